"""Which words carry a theme or a feeling, in Dutch and English? Small lists of our own making: rough, and labelled so."""

STOP = {
    "nl": (
        "de het een en van ik je jij u we wij ze zij hij is was zijn waren ben bent te in op aan met voor dat die dit"
        " deze er maar om ook als dan nog wel al bij naar uit of door over heb heeft hebben had mijn jullie hun hem haar"
        " zich wat wie waar hoe zo worden wordt werd kan kon kunnen zou moet moest meer veel heel erg zeer alles iets"
        " iemand omdat toen nu want tot mij me ons onze hier daar echt gewoon weer gaat ging komt kwam doen doet gedaan"
        " wil wilde graag altijd vaak soms na tegen sinds jaar keer elkaar liever"
    ),
    "en": (
        "the a an and of i you we they he she it is was are were be been to in on at with for that this these those"
        " there but if also as then still by from or about have has had my your our their his her its what who where how"
        " so would could can should will do did does done more much very really just all any some because when now than"
        " too me us them here always often sometimes after since not no get got again one time year"
    ),
}

THEMES = {
    "delivery": (
        "levering levertijd bezorg verzend verzonden verzendkosten bezorgkosten pakket koerier postnl dhl vertraging laat wachten delivery deliver"
        " shipping ship postage parcel courier late delay arrive arrival waiting"
    ),
    "price": (
        "prijs prijzen duur goedkoop korting aanbieding kosten betaalbaar price pricey dear costly overpriced expensive cheap discount offer"
        " cost affordable value"
    ),
    "quality": (
        "kwaliteit kapot stuk defect beschadigd gebroken slijtage materiaal stevig quality broken defective damaged"
        " faulty material durable sturdy"
    ),
    "service": (
        "service klantenservice medewerker personeel helpdesk geholpen vriendelijk bereikbaar antwoord contact staff"
        " support helpful friendly employee reply respond answer help"
    ),
    "returns": "retour retourneren terugsturen ruilen omruilen terugbetaling refund return exchange reimburse",
    "website": (
        "website site webshop app inloggen zoeken zoekfunctie account pagina bestelproces login search page checkout shop"
    ),
    "payment": "betalen betaling ideal factuur incasso rekening payment pay invoice billing bill charge",
    "stock": (
        "voorraad uitverkocht leverbaar stock sold unavailable availability assortiment keuze aanbod range selection choice"
    ),
    "size": "maat maten pasvorm kleur past size fit fits colour color",
    "packaging": "verpakking doos ingepakt plastic packaging package box packed wrapped",
    "advice": (
        "advies uitleg informatie handleiding onduidelijk advice explain explanation information manual unclear instructions"
    ),
}

GOOD = {
    "nl": (
        "goed fijn mooi prachtig snel tevreden blij top super geweldig vriendelijk behulpzaam prima uitstekend perfect"
        " handig makkelijk netjes aanrader fantastisch leuk lekker heerlijk betrouwbaar duidelijk keurig vlot attent"
        " deskundig stevig geholpen gemakkelijk betaalbaar soepel prettig blijvend genoten complimenten bedankt zacht"
        " degelijk"
    ),
    "en": (
        "good great nice lovely beautiful fast quick satisfied happy super excellent friendly helpful perfect easy"
        " handy recommend fantastic fun delicious reliable clear neat smooth pleasant love loved like amazing awesome"
        " wonderful best affordable thanks sturdy soft comfortable prompt impressed pleased"
    ),
}

BAD = {
    "nl": (
        "slecht traag laat duur kapot stuk defect teleurgesteld teleurstellend jammer ontevreden waardeloos vervelend"
        " onvriendelijk onduidelijk beschadigd probleem problemen klacht fout fouten verkeerd nooit vreselijk"
        " belachelijk moeilijk lastig ingewikkeld onbereikbaar vertraging gebroken rommelig storing lang boos"
        " frustrerend gemist kwijt oneerlijk misleidend slordig onacceptabel helaas tegenvallen uitverkocht"
    ),
    "en": (
        "bad slow late expensive broken faulty defective disappointed disappointing unhappy useless annoying rude"
        " unclear damaged problem problems complaint wrong error errors never terrible awful ridiculous difficult hard"
        " complicated unreachable delay delayed messy angry frustrating missing lost unfair misleading poor worst hate"
        " hated sadly unfortunately horrible waste overpriced"
    ),
}

NOT = {
    "nl": {"niet", "geen", "nooit", "nauwelijks", "zonder"},
    "en": {
        "not",
        "no",
        "never",
        "hardly",
        "without",
        "isn't",
        "wasn't",
        "don't",
        "didn't",
        "doesn't",
        "won't",
        "can't",
        "couldn't",
    },
}
VERY = {"nl": {"heel", "erg", "zeer", "echt", "super", "enorm"}, "en": {"very", "really", "so", "super", "extremely"}}
ENDINGS = {
    "nl": ("heden", "ingen", "tjes", "eren", "ing", "tje", "lijk", "en", "er", "es", "e", "s", "t"),
    "en": ("ations", "ation", "ings", "ing", "ness", "ies", "ed", "es", "ly", "s", "e"),
}

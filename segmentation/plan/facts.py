"""Which kinds of fact can a question need: the columns and roles that give each, the words that betray it, and how one gets it?"""

from dataclasses import dataclass

from segmentation.language import N_, _


@dataclass(frozen=True)
class Need:
    """One kind of fact: the columns per customer and the roles in a file that give it, words that betray it, how to get it, where it is shown."""

    code: str
    name: str
    columns: tuple[str, ...]
    roles: tuple[str, ...]
    how: str
    words: str
    steps: tuple[str, ...]
    # every group must have one of its roles; () means any one role of `roles` is enough
    together: tuple[tuple[str, ...], ...] = ()

    def told(self) -> str:
        return _(self.name)

    def how_to_get(self) -> str:
        return _(self.how)


NEEDS: tuple[Need, ...] = (
    Need(
        "purchases",
        N_("who bought when"),
        ("recency", "frequency", "last_purchase", "first_purchase", "one_time", "gap", "tenure"),
        ("date", "order"),
        N_("Export the orders or invoices of your web shop, till or bookkeeping: one row per order with customer and date."),
        r"koop|\bkopen\b|\bkopers?\b|(?<!samen ge)kocht|aankoop|aankope|bestel|klant(en)?waarde|vaak|vaker|trouw|loya|terug ?k|weg(blijv|lop|gaan)|verliez|vertrek|afhak|verloop|slapend|eenmalig|herhaal|"
        r"beste klant|buy|bought(?! together)|purchas|order|often|frequen|repeat|return to us|come back|coming back|churn|lapse|\blos(e|ing)\b(?! money)|risk|leav|retain|retention|at risk|one.?time|once|best customer|inactive|dormant|vaste (klant|gast|bezoek)|stam(gast|klant)|\bregulars?\b|regular (customer|guest|client)|langs ?kom|komt? .*langs|kwam(en)? .*(langs|terug)|opzeg|zegg?(en|t)? .*\bop\b|\bcancel|stay(s|ed|ing)? with|stick with|blijven .*(klant|bij ons|lid)|klant .*blijven|verkopen (we|wij) .*aan|verkoop|\bsell\b|\bsales\b|stopp?(en|t)\b|\bquit|geweest|verdw(ijn|een|enen)|\bweg\b|wegg(a|i)|\bgaa(t|n) .*\bweg\b|(komt|komen|kwam|kwamen) (er )?.*(terug|weer|nog|vaker|maar|niet|nooit|keer)|\bkeer\b|nog eens|opnieuw|nooit meer|niet meer|al (jaren|maanden|weken)|haven.t (seen|been)|not been|\bgone\b|disappear|stopp(ed|ing)|\bagain\b|how many times|once a|visit(s|ed|ing)? (us|the shop|our)|show(s|ed)? up|turn(s|ed)? up|no.?show|drop(ped|ping)? (out|off)|klantverloop|overleven|lang(er)? klant|hoe lang .*(klant|lid)|how long .*(customer|client|member)|renew|verleng|opvolg|activ(e|ity)\b|actie(f|ve) (klant|leden|lid)|aanhoud|nieuwe bestell|lidmaatschap .*op|uitschrijven|lid (blijven|af)|invoice(d|s)? (from|to) us|(no|geen|had an) (invoice|factuur)|factuur (gehad|gekregen|gestuurd)|bij ons (geweest|besteld|gekocht)|\bkwijt\b|kwijtgeraakt|\bvaste (mensen|kern|bezoeker)|trouwe|fidel|devot|habit|gewoonte|iedere (week|maand)|elke (week|maand|dag)|every (single )?(week|month|day|year)|weekly|monthly|maandelijks|wekelijks|per jaar (bij|langs)|tussen (twee )?(bezoek|bestell|aankop)|between (two )?(visits|orders|purchases)|second (order|purchase|visit|time)|tweede (bestell|aankoop|keer|bezoek)|first and last|eerste en laatste|\bterugkom|doorgaan met|klant af|afgehaakt|overgestapt|switched|\bleft\b|verlaten ons|quit|slip(ping)? away|wegzakk|koud(e)? klant|cold customers|win.?back|terugwin|reactiv|heractiv|join(s|ed)? (again|more)|lid worden|become a member|member for|klant sinds|since when|op ?(te )?zeg|dreig|dezelfde (gezicht|mensen|klant|gast)|same (faces|people|customers)|familiar|bekende gezicht|thank.?you|bedank|belon|reward|deserv|verdien(t|en) (een|extra)|attent|last (order|visit|purchase)|laatste (bestelling|bezoek|aankoop|keer)|sinds wanneer|how recent|recent(e|ly)?\b|ooit|ever (ordered|bought)|never (ordered|bought|came)|proefperiode|\bjoin(ed)?\b|\bstay\b|\bblijf|\bblijven\b|overstap|wegvall|terughal|get them back|missen we|do we miss|not seen|nog zien|langskom|over de vloer|over the door|klant (zijn|is) geworden",
        ("customers", "segments"),
        (("customer", "email", "name", "phone"), ("date",)),
    ),
    Need(
        "money",
        N_("what they spent"),
        ("monetary", "sales", "average_order"),
        ("amount", "price"),
        N_("Take the export with the amounts: the total per order, or price and quantity per line."),
        r"omzet|uitgev|uitgegeven|besteed|besteding|waard|winst|rendab|opbreng|verdien|geld|duur|beste klant|80.?20|pareto|groot(ste)? klant|"
        r"turnover|revenue|spen[dt]|worth|valu|profit|earn|money|basket|best customer|biggest|largest|afnemer|oplever|lever(t|en)? .*\bop\b|overhou|afhankelijk|depend|grote klant|big(ger)? (client|customer|account|spender)|\bowe|portemonnee|rijk(er|ste)?\b|best betalende|high.?value|betaalt? .*meer|goedkoop|cheap|budget|onder de streep|bottom line|kost .*meer dan|duurste|expensive|gemiddeld(e)? (bon|bestel|order)|bren(gt|gen) .*\bop\b|opbreng|pijn doen|\bhurt\b|€|\beuros?\b|bedrag|belangrijk(e|ste)? (klant|afnemer|opdrachtgev)|important (customer|client|account)|top (\d+|tien|ten|twintig|twenty)|\bvip|miss(en)? .*als|grote? (spender|uitgev|bestedi)|royal|kassa|te besteden|big ticket|pay(s|ing)? (more|most|the most)|share of (our|the) (sales|income)|inkomst|income from|matter(s)? most|grootverbruik|bestedi|make (any )?money|lifetime|\bclv\b|rekening|bested(en|t)|spend(ing|er)|betaalt? (het )?(best|meest|goed)|brengen ons|levert ons|bring(s)? (us|in) (the )?(most|more|money)|brings? in|kwart van|half of our|helft van|deel van (de|onze) (winst|omzet)|afrekenen|uitgaven|prijzig|premium|in euro|per hoofd|per klant|per customer|per (guest|gast|table|tafel|visit|bezoek|order)\b|ticket ?size|orderwaarde|winkelmand.*(groot|waarde)|big(gest)? orders?|grote (orders|bestellingen)|kleine (orders|bestellingen)|small orders|cash cow|melkkoe|goud(en)?\b|golden|thank.?you|bedank|belon|reward|deserv|than they pay|dan ze betalen|dan ze opbrengen|wie draagt|carry us|steunpilaar|leun(en|t)? op|rely on|reli(es|ant)|importan(t|ce)|belangrijk(ste)?\b|\bbig\b.*(client|customer|fish)|grote vis|koopkracht|purchasing power|prijsklasse|price range|euro's|waarde(vol|ring)?|(most|least) valuable|\bmeest(e)? op\b|\bkwal?iteit van .*klant|tientje|van een (paar )?(euro|tientje)|van \d+|under \d+|over \d+|more than \d+ ?(euro|€|pound|dollar)|uitgeef|geef(t)? .*\buit|geven .*\buit|spilzuch|zuinig|thrifty",
        ("customers", "segments", "roi"),
    ),
    Need(
        "margin",
        N_("what you keep of it"),
        ("margin",),
        ("margin", "cost"),
        N_("Add the purchase price or the margin per product, or fill in one margin for everything on page 7."),
        r"winst|marge|rendab|verdien|kost(en|prijs| ons| me)|verlies(gev|lat)|afscheid|profit|margin|earn|loss|cost us|costs? more|unprofitable|lose money|losing money|overhou|oplever|lever(t|en)? .*\bop\b|onder de streep|bottom line|break.?even|uit de kosten|worth the (trouble|effort)|de moeite waard|geld op\b|too much time|te veel tijd|make (any )?money|het waard|worth (it|our|the|serving|keeping)|kost(en)? .*(tijd|geld|uren)|\bloon(t|en)\b|rendement|toeleggen|geld bij|gratis werk|unpaid (work|hours)|eat(s|ing)? (up )?(our|the) (time|profit)|te duur voor ons|cost to serve|kostendekk|cover(s)? (the|our|its|their) cost|pays? for itself|onrendab|verlieslat|uurtarief|hourly|net profit|gross|bruto|netto|rendeer|rendabel|verdien(en|t)|kosten per|cost(s)? (of|per|to)|costly|shipping|verzendkosten|bezorgkosten|delivery cost|geld toe|op verlies|at a loss|subsidi|geldverslind|money pit|marges|drukt? .*winst|profitab|loont|lonend|lucratie|lucrative|it pays|betaalt zich|pay off|(more|te veel|too much) (time|work|effort)|take(s)? (more|too much) time|kost(en|te)? (meer|te veel|veel) (tijd|werk)|meer (werk|tijd) dan|werk(en)? voor niks|for free|moeite waard|worth (being|opening|doing|having|sending)|uit kan|kan .*\buit\b|leunen op|verliespost|zwart(e)? cijfers|rode cijfers|in the red|overhead|vaste lasten|afdrag|huur van|kost (een|elke|iedere|zo.n|ons|me|mij|het)\b|wat kost|what does .*cost|costs? (us|me)\b|net .*over\b|houden .*over\b|left over|what.s left|wat blijft|tarief|fee\b|commissi",
        ("roi",),
    ),
    Need(
        "returns",
        N_("what they send back"),
        ("returns_count", "returns_value", "return_share"),
        ("return",),
        N_("Export returns or credit notes; lines with a negative quantity or amount count as well."),
        r"retour|terugst|teruggest|terugzend|send(s|ing)? .*back|sent back|\breturn(s|ed|ing|ers?)?\b(?! to us)|refund|credit|stur(en|t) .*terug|terug ?(ge)?(stuur|bracht|breng)|ruilen|omruil|bring .*back|exchange|niet gepast|don.t keep|\bretourtje|terugbreng|terugname|niet passen|doesn.t fit|wrong size|verkeerde maat|money back|geld terug|annul|\bcancelled orders|herroep|omgeruild|zien retour|wardrob|try on|krijgen (we|wij) .*\bterug\b|komt? .*retour|terug (gestuurd|gekomen|gebracht)|(get|come|comes|came|sent|ship(ped)?) .*\bback\b(?! to us| again| in| for| a second)|bounce back|keep what|houden wat|stuur(t|en) .*terug|sturen .*terug|returning (things|items|goods)|\bzenden\b.*terug",
        ("experience", "roi"),
    ),
    Need(
        "support",
        N_("how much help they ask"),
        ("tickets", "hours_to_resolve", "support_minutes"),
        ("ticket", "opened"),
        N_("Export the tickets of your help desk or mailbox: customer, date opened, date closed, subject."),
        r"ticket|helpdesk|klacht|klag|service|support|hulp|vragen stel|bellen|complain|help desk|\bhelp\b|contact us|storing|defect|kapot|broken|proble(em|men|ms?)\b|wacht(tijd|en)|\bwait|opgelost|oplossen|solved|resolv|garantie|warranty|repar|repair|klantenservice|customer service|\bcalls?\b|\bcalling|gebeld|\bgedoe\b|hassle|bother|lastig(e|ste)? klant|monteur|\banswer|antwoord|\brepl(y|ies)|respond|response time|reactietijd|(kost|kosten|vragen|vergen) .*tijd|aandacht vra|vragen (ons|de|onze)|service.?desk|inbox|na het kopen|after.?sales|nazorg|onderhoud|beller|mailtjes|chatten|\bchat\b|storingsdienst|handleiding|manual|installat|moan|grumbl|needy|high.?maintenance|zeur|los(sen|t)? .*\bop\b|opgelost|fixed|help(en|t)? we|we help|wie hielp|hoe snel|how (fast|quick|long) (do|does|until|before)|afhandel|handled?|\bcases?\b|melding|gemeld|report(s|ed)? (a )?(fault|bug|problem)|\bbugs?\b|vraagbaak|complex|moeilijke klant|difficult (customer|client)|vragenstell|contact (opnemen|moment)|escalat|first contact|urgent|spoed|\bsolve|(mail|bel|app|vraag|vragen|schrijf)(t|en)? ons\b|(mail|call|write|ask)s? us\b|met een vraag|with (a )?questions?|onderwerp|subject\b|takes? us .*(longest|time)",
        ("experience", "roi"),
    ),
    Need(
        "mailings",
        N_("which mailings they open"),
        ("mailings", "opens", "clicks", "open_rate", "click_rate"),
        ("campaign", "open", "click", "sent"),
        N_("Export the recipients of your newsletters with opened and clicked, from your mailing tool."),
        r"mail|nieuwsbrief|campagne|open(en|t) |klik|afmeld|uitschrijv|newsletter|campaign|unsubscrib|\bclick|opened|appeal|aanschrijv|oproep|mailing|spam|abonnees|subscribers|inbox .*(klant|read)|lezen .*(mail|brief|blad)|read(s|ing)? (our|the) (mail|letter|magazine|email)|magazine|direct mail|\bdm\b|opt.?(in|out)|abonn(ee|eren) .*(brief|mail)|spambox|onderwerpregel|subject line|automation|flow\b|campagnes|sms|push.?(bericht|message|notification)|clubblad|\bblad\b|krantje|(weekly|monthly) (letter|update)|nieuwsmail|update(s)? (lezen|sturen)|onze (berichten|mailtjes)|our (messages|emails|updates|posts)|aanmelden voor (de )?(mail|brief)|opens? (our|the|my) (mail|email|letter|message)|onderwerpregel|posten\b|geadresseerd",
        ("experience", "segments"),
    ),
    Need(
        "visits",
        N_("what they look at before they buy"),
        ("visits",),
        ("visit", "page"),
        N_("Export visits per customer from your web shop's statistics; only visitors who logged in can be joined."),
        r"bezoek|website|bekij|bekeken|kijken rond|orienteren|oriënteren|surf|winkelwagen|afbreek|visit|look at|browse|website|abandon|cart|search before|\bclicks? around|site\b|pagina|web ?page|product page|leave without|without buying|zonder te kopen|zonder iets te kopen|offerte|quote|rond ?(te )?kijk|kijken .*\brond|look(s|ing)? around|browsing|wel kijken|kijkers?\b|window.?shop|verlat|afgebroken|bekeek|views?\b|wishlist|verlanglijst|conver(si|t)|sess(ie|ion)|page ?view|zoek(t|en) (op|naar) (onze|de) site|search(es)? (on|in) (our|the) (site|shop)|looked at|naar gekeken|gekeken (naar|zonder)|niks? kopen|not buy|don.t buy|didn.t buy|niet kopen|zonder aankoop|just looking",
        ("experience",),
    ),
    Need(
        "satisfaction",
        N_("how content they are"),
        ("nps", "score"),
        ("nps", "score"),
        N_(
            "Ask one question after a purchase: how likely are you to recommend us, 0 to 10? Keep the customer's number with the answer."
        ),
        r"tevred|aanbevel|nps|beoordel|review|ambassad|promotor|doorvertel|satisf|recommend|review|happy|content with|ambassador|promoter|refer|unhappy|disappoint|teleurgesteld|\bblij\b|sterren|\bstars?\b|rating|cijfer geven|fans?\b|love us|houden van ons|vrienden|vinden .*van ons|vindt .*van ons|think (of|about) us|mening|opinion|oordeel|feedback|compliment|prais|enthousias|enthusias|waarder|apprecia|aanrad|vertellen .*verder|advocate|\bpleased|trustpilot|kiyoh|\bhate|ergert|erger(en|nis)|stoor(t|de)|stoort|annoy|gelukkig|cijfer|scor(e|es|en)\b|beoordelen|\bklagers?\b|\bkwaad|\bboos|angry|upset|mad at|tevreden|goede naam|reputati|service ?level|slechte ervaring|bad experience|experience with us|ervar(ing|en) .*(met|van|bij) ons|welcome|welkom",
        ("experience", "personas"),
    ),
    Need(
        "reasons",
        N_("why they buy or not"),
        ("theme", "sentiment"),
        ("reason", "text"),
        N_("Ask an open question in a survey or at the counter: why did you choose us, and what almost stopped you?"),
        r"waarom|\breden|motief|behoefte|wens|frustrat|drijf|twijfel|\bwhy\b|reason|motiv|need(s)?\b|wish|frustrat|drive|hoe komt het|how come|what (made|stops|stopped|keeps)|wat houdt .*tegen|aanleiding|\bkiezen .*voor ons|choose us|belangrijk vinden|vinden .*belangrijk|(what|wat) .*\b(want|willen|wil|zoek(t|en)|expect|verwacht(en)?)\b|looking for|care about|hechten|doorslag|overweg|belemmer|drempel|bezwaar|objection|barrier|convinc|overtuig|trigger|verwachting|expectation|prioriteit|priorit|mist? (u|men|de klant)|what do .* miss|pijnpunt|pain point|job to be done|probleem .*oploss|for themselves|voor zichzelf|voor (een )?ander|gelegenheid|occasion|doel van|purpose|use it for|gebruiken .*voor|waarvoor|what for",
        ("experience", "personas"),
    ),
    Need(
        "age",
        N_("how old they are"),
        ("age", "generation"),
        ("birth_date", "age", "generation"),
        N_("Ask for a birth date or an age band where it helps the customer, such as a birthday offer. Only if you will use it."),
        r"leeftijd|\boud\b|ouder(en)?\b|jong|generatie|senior|student|millennial|\bage\b|how old|young|older|generation|senior|student|\b(twintig|dertig|veertig|vijftig|zestig|zeventig)ers?\b|65.?plus|bejaard|tiener|teen|kids? of|pension|retired|gen z|boomer|\bolder|\byoung(er|sters)?|\bage(s|d)?\b|\bjaar oud|jeugd|youth|kinderen van|tachtigers?|studerend|(boven|onder) de \d\d|(over|under) \d\d(?!\d)(?! ?(euro|%|eur|days|dagen|items|people))|levensfase|life ?stage|oma'?s?\b|opa'?s?\b|grandpar|vergrijz",
        ("customers", "personas"),
    ),
    Need(
        "gender",
        N_("man, woman or otherwise"),
        ("gender",),
        ("gender",),
        N_("Ask it only where it matters for what you sell; leave room for not saying."),
        r"man(nen)?\b|vrouw|geslacht|gender|\bmen\b|women|male|sex\b|\bheren\b|\bdames\b|\bladies|\bgentlem|\bgirls?\b|\bboys?\b|meisjes|jongens|\bguys\b|mannelijk|vader|moeder|mothers?\b|fathers?\b|\bmums?\b|\bdads?\b",
        ("customers", "personas"),
    ),
    Need(
        "place",
        N_("where they live"),
        ("place", "province", "region", "country"),
        ("postcode", "city", "country"),
        N_("Keep the postcode of the delivery address; four digits are enough."),
        r"\bwaar\b|woon|wonen|regio|plaats|postcode|provinc|stad|dorp|buurt|wijk|\bland(en)?\b|buitenland|where|\blive\b|region|place|postcode|zip|province|city|town|neighbou?rhood|countr|abroad|vandaan|\bver\b|dichtbij|afstand|distance|\bfar\b|nearby|close by|located|locat|omgeving|drive to|reistijd|adres|address|\bgemeente|belg|nederlander|dutch|duits|german|franse?\b|french|engels(e|en) klant|\bbrit|vlaam|vlaand|fries|friesland|groning|drent|overijssel|gelder|utrecht|holland|zeeland|zeeuw|brabant|limburg|flevo|randstad|noorden|zuiden|oosten|westen|\b(north|south|east|west)(ern)?\b|amsterdam|rotterdam|london|europ|wereld|international|export|lokaal|\blocals?\b|toerist|tourist|straat|street|route|rayon|area\b|gebied|bezorg(gebied|adres)|rij(den|afstand)|uit de stad|platteland|rural|urban|\b(uit|in|from|rond|around) (de )?(stad|regio|buurt|provincie|dorp|city|region|area|village)|\bwon(en|end)\b|thuis|vestiging|filiaal|branch office|locatie|location|kaart\b(?! ?(houder|klant))|on (a|the) map|afleveradres|delivery address|reis|travel|commut|pendel|wandelafstand|walking distance|\bkm\b|kilometer|miles|minutes away|minuten rijden|bezorg(en|d) (we|in)|welke landen|which countries|overseas|buitenlanders|eiland|islands?\b|kust|coast|grens|border|wadden|achterhoek|veluwe|twente|betuwe",
        ("customers", "personas"),
    ),
    Need(
        "household",
        N_("their household"),
        ("household", "education"),
        ("household", "education"),
        N_("Ask it in a short survey, or buy it per postcode area from an address supplier."),
        r"gezin|huishoud|kinderen|alleenstaand|opleiding|inkomen|famil|household|children|kids|single|educat|income|\bstel(len|letjes)?\b|couple|ouders met|parents|samenwon|huiseigenaar|home ?owner|huurder|tenant|moeder|vader|mothers?\b|fathers?\b|\bmums?\b|\bdads?\b|baby|peuter|toddler|pregnan|zwanger|getrouwd|married|koophuis|huurhuis|own(s)? (a|their) (house|home)|hoogopgeleid|degree|verhuis|moved house|huisdier|\bpets?\b|modaal|welgesteld|affluent|wealthy",
        ("personas",),
    ),
    Need(
        "interest",
        N_("what interests them"),
        ("interest",),
        ("interest",),
        N_("Ask for preferences when people subscribe to the newsletter, or take them from what they buy."),
        r"interes|hobby|smaak|stijl|levensstijl|lifestyle|hobb|taste|style|duurzaam|sustainab|biologisch|organic|vegan|vega(n|tar)|hobby|liefhebber|lovers?\b|passie|passion|sport(er|ief)|waarden\b|milieu|eco\b|mode\b|fashion|voorkeur|preferenc|prefer\b|clubje|thema|genre|activiteit|themes?\b|topic|onderwerpen|leuk vinden|like to|houden van\b|enjoy|fan van|into\b (sport|music|design)|wat vinden .*leuk|gaming|muziek|music|koken|tuinier|garden(ing|er)",
        ("segments", "personas"),
    ),
    Need(
        "channel",
        N_("through which channel they come"),
        ("favourite_channel", "device"),
        ("channel", "device"),
        N_("Export orders with the channel or source: shop, web, phone, market place; and the device if your shop knows it."),
        r"kanaal|kanalen|webwinkel|fysiek|winkel of|telefoon|mobiel|apparaat|marktplaats|hoe vinden|komen .*binnen|bol\b|channel|online or|in.?store|phone|mobile|device|how do .* find|come from|market ?place|instagram|facebook|tiktok|google|linkedin|social media|whatsapp|\bapp\b|vindt? .*ons|(vonden|gevonden|found|find) us|through which|come in through|\bbalie\b|counter\b|aan de deur|beurs|trade fair|tussenhandel|reseller|mond.tot.mond|word of mouth|terecht(kom)?|bij ons terecht|weten .*te vinden|etalage|folder|flyer|advertentie|referr(al|ed)|affiliate|(laptop|tablet|desktop|iphone|android|computer)|webshop of|shop or online|phone or|walk.?in|balie|showroom|bezorgapp|thuisbezorgd|amazon|etsy|booking\.com|through whom|via (wie|wat|welk|een)|which route|bestelformulier|\bedi\b|vertegenwoordig|sales rep",
        ("experience", "segments", "personas"),
    ),
    Need(
        "products",
        N_("what they buy"),
        ("products", "categories", "favourite_category", "favourite_product", "first_product"),
        ("product", "category", "product_name"),
        N_("Take the export with order lines: one row per product, with its name and, if you can, its category."),
        r"product|artikel|assortiment|categor|wat kop|welke spull|samen gekocht|combinat|bijverk|cross|upsell|up-sell|duurdere|pakket|"
        r"article|item|assortment|range|what do .* buy|bought together|combination|cross.?sell|up.?sell|bundle|\bsamen (over|in|gaan|gekozen|besteld|verkocht)|gaa(t|n) .*samen|go(es)? together|\bbasket\b(?! value)|mandje|best ?seller|hardlop|winkeldochter|verkop(en|t) (we|wij)|(we|wij) verkop|do we sell|sells? (best|well|together)|erbij|what else|wat nog meer|menu|gerecht|dish|behandeling|treatment|lessen|abonnement|subscription|dienst(en)?\b|service do they|wat (koopt|kopen|bestelt|bestellen|eten|drinken|nemen)|what (do|does|did) .*(buy|order|get|take|eat|drink)|\bspul(len)?\b|\bgoods\b|\bstock\b|voorraad|collectie|collection|\bmerk(en)?\b|\bbrands?\b|maat\b|maten|sizes?\b(?! of)|kleur|colour|\bcolor|accessoire|toebehoren|add.?ons?|extra.?s\b|upgrade|service contract|onderdelen|spare part|recept|gerechten|drank|wijn|wine|catalog|model(len)?\b|variant|soorten (werk|klus|opdracht)|types? of (work|job|order)|klus(sen)?\b|jobs?\b(?! of)|diensten|services\b|cursus|course|klasse|class(es)?\b|(buy|bought|take|order|koopt?|kopen|kocht|neemt|nemen|bestelt?)\b.*\b(also|ook|as well)\b|just bought a|(offer|aanbieden|adviseren|recommend) (to|aan) (somebody|someone|people|them|iemand|mensen|wie)|naast\b|combin|side dish|bijgerecht|dessert|toetje|koffie|coffee|cake|pairs? with|follow.?up (product|sale)|volgende (product|aankoop)|next (product|purchase)|(de )?meest(e)? verkochte|most popular|populair|favo(u)?rit|lieveling|what sells|wat loopt|loopt goed|slecht lop|(niet|nooit) verkocht|slow mover|onverkoop|wat voor (dingen|spullen|producten)|welke (maat|kleur|wijn|soort product)|eerste (aankoop|bestelling|product)|first (purchase|product|order|buy)|bakken|koken|bak ik|schenken|inkopen\b|purchase for the shop|taart|bier|brood|vlees|groente|bloem|plant(en)?\b|boek(en)?\b|book(s)?\b|kleding|clothes|schoen|shoe|fiets|bike|speelgoed|toys?\b|meubel|furniture|kaas|cheese|gift|cadeau|present(s)?\b|artikelgroep|productgroep|afdeling|department|line of (products|business)|package|bundel|set(je|s)?\b|kamer(s)?\b|rooms?\b|arrangement|vaker (maken|aanbieden|inkopen)|stoppen met (verkopen|aanbieden)|stop selling|moet ik (inkopen|schenken|bakken|aanbieden|verkopen)|what should (i|we) (stock|bake|sell|offer|drop)",
        ("customers", "roi"),
    ),
    Need(
        "discount",
        N_("how much discount they get"),
        ("discount", "discount_share"),
        ("discount",),
        N_("Take the export with the discount per order or line."),
        r"korting|aanbieding|actie(s|code|prijs)|uitverkoop|koopje|prijsgevoel|discount|offer|sale\b|bargain|promo|voucher|coupon|price.?sensitiv|\bsolden|stempelkaart|spaarkaart|loyalty card|klantenkaart|prijsbewust|afding|haggl|vol(le)? prijs|full price|gratis|\bfree\b|kassakorting|cadeaubon|gift card|2 voor|twee halen|1\+1|prijs(verhog|stijg|bewust|gevoel)|price (rise|increase|cut)|raise (our |the )?prices|prijzen (verhogen|omhoog)|afprijz|markdown|marge weggeven|bonuskaart|punten|points|afgeprijs|afgeprijz|geprijsd|reduced|knock.?down|price drop|goedkoper (is|wordt|worden)|in de aanbieding|when it.s cheap|stunt|dumpprij|lokkertje|cashback|punten spar|sparen\b",
        ("experience", "roi"),
    ),
    Need(
        "season",
        N_("when in the year or the day they buy"),
        ("favourite_season", "favourite_daypart", "trend"),
        ("date",),
        N_("Any export with the date of each order does; more than one year shows the seasons."),
        r"seizoen|wanneer|(?<!al )maand(?!en)|kerst|zomer|voorjaar|drukte|\bdag(en|deel)?\b|moment|season|\bwhen\b|(?<!for )month|christmas|summer|spring|time of|daypart|weekend|(maan|dins|woens|donder|vrij|zater|zon)dag|doordeweeks|door de week|(mon|tues|wednes|thurs|fri|satur|sun)days?\b|weekday|winter|herfst|najaar|lente|autumn|ochtend|middag\b|avond|morning|evening|afternoon|lunch|vakantie|holiday|feestdag|pasen|easter|sinterklaas|black friday|januari|februari|maart|april|\bmei\b|juni|juli|augustus|september|oktober|november|december|january|february|\bmarch\b|\bjune\b|\bjuly\b|august|october|what time|hoe laat|\bdruk\b|rustig|quiet|busy|\buren\b|\buur\b|tijdstip|\bhours?\b|(?<!al )maanden?\b|(?<!een )\bweek(en)?\b|\btimes? of\b|seizoensgebonden|seasonal|q[1-4]\b|kwartaal|quarter|begin van het jaar|eind(e)? van (het|de)|end of the (month|year)|salaris|payday|weer(s|bericht)|regen|zonnig|rain|sunny|drukke|piek|peak|'s (ochtends|avonds|middags|winters|zomers)",
        ("customers",),
    ),
    Need(
        "growth",
        N_("how it changes over time"),
        ("trend", "tenure", "first_purchase"),
        ("date", "since"),
        N_("Bring at least two years of orders, or keep this study and load the next file later."),
        r"groei|groeit|krimp|toenem|afnem(en|t)\b|afgenomen|ontwikkel|trend|verander|grow|shrink|increas|declin|develop|chang(e|ing)|loopt? .*\bterug\b|lopen .*\bterug\b|vorig jaar|vorige (maand|zomer|winter)|last year|less than|minder (dan|gaan|kopen|besteden)|daal|dalen|gedaald|stijg|omlaag|omhoog|\bdrop|falling|rising|going (up|down)|year on year|than before|dan vroeger|dan eerst|steeds (meer|minder)|more and more|hard(er|st)? (groei|gegroei)|toe.? of af|meer of minder|more or less|up or down|beter dan|worse|slechter|achteruit|vooruit|over the (years|last)|afgelopen jaren|sinds (corona|\d{4}|de)|since (covid|\d{4}|last)|inzak|terugval|vergrijz|getting (older|bigger|smaller)|verjong|verschui|shift(ing)?|ontwikk|evol|jaren? (geleden|terug)|years? ago|sneller|slower|langzamer|meer geworden|minder geworden|fewer|(more|less) often than|vaker dan|minder vaak|per jaar meer|compared (to|with)|vergeleken met|in vergelijking|ten opzichte van|trendbreuk|vroeger|these days|tegenwoordig|tot nu toe|so far this year|dit jaar|this year|volgend jaar|next year|toekomst|future|forecast|voorspel|predict",
        ("customers", "segments"),
    ),
    Need(
        "acquisition",
        N_("how new customers come in"),
        ("favourite_channel", "first_product", "since"),
        ("channel", "since"),
        N_("Keep the source of the first order, and what you pay for it, per channel."),
        r"nieuwe klant|werv|aantrek|prospect|advert|lookalike|meer van zulke|meer zulke|vind .*klanten|new customer|acqui|attract|prospect|adverti|more like them|find more|more of them|new (people|client|face|member|donor|guest|account|business)|nieuwe? (mensen|leden|gezicht|donateur|gast|aanwas|opdracht)|geen klant|nog (geen|niet) .*(klant|bij ons)|not (yet )?(a |our )?customers?\b|aanwas|winnen we|win new|bring(s)? in new|erbij (kom|krijg)|leads?\b|kom(t|en) er( \w+)? bij\b|erbij\b|nieuwkomer|newcomer|starter|first.?time|eerste (keer|aankoop|bestelling|klant)|groeien in klant|klanten (halen|vinden|winnen|krijgen)|get (new |more )?(customers|clients|members|people)|meer (klanten|leden|gasten|donateurs)|more (customers|clients|members|guests|donors)|target(ing)? (ad|audience)|doelgroep bereik|potenti(e|ë|a)l|lijken op|look like|resemble|just like|net als (onze|die)|zoals (onze|die)|same kind of (people|customer)|campagne .*nieuw|aanmeld|sign.?ups?|proefles|trial|join(s|ed|ing)? (us|more|the club)|word(t|en) .*lid|nieuw(e)? (klant|binnen|bij)|from whom .*recommend|aangebracht|binnenhalen|binnenkom|bring(s|ing)? (a )?(friend|colleague)|doorverwij|verwijz|where should (we|i) advertise|waar .*adverteren|reclame|marketing ?(budget|euro)|ad spend|klanten werven|prospect|cold call|acquisitie|markt(en)? (betreden|aanboren)|untapped|onbenut|richten op|richten\b|target(s|ed)?\b|focus on|dan nieuwe\b|nieuwe(lingen)?\b(?! (product|artikel|website|winkel|prijs|collectie|jaar))|newbies|than new ones|new ones",
        ("roi", "personas"),
    ),
    Need(
        "sector",
        N_("in which sector they work"),
        ("sector",),
        ("sector",),
        N_("Look up the SBI code of your business customers at the chamber of commerce, or ask for it on the order form."),
        r"branche|sector|sbi|bedrijfstak|soort bedrij|industr|type of (firm|compan|business)|line of business|kind of (firm|compan|business)|\w{3,}(?<!klein)(?<!groot)bedrij(f|ven)|\b(de )?(bouw|zorg|horeca|onderwijs|logistiek|overheid|industrie|landbouw)\b|construction|healthcare|hospitality|retailers?\b|manufactur|\btrades?\b|what (kind|type|sort)s? of (client|account)|soort(en)? (opdrachtgever|zakelijke klant)|\bsectors?\b|retail\b|accountants?\b|scholen|schools\b|gemeenten\b|overheden|government|ziekenhui|hospital|aannemer|contractor|boeren|farmers|agrar|garage(s|bedrij)|kappers|hairdress|restaurants?\b (as|die|which)|verenigingen|charit|instelling|makelaar|winkeliers|horecazaken|\bmarkets?\b .*(strong|best|serve)|branches\b",
        ("customers", "segments"),
    ),
    Need(
        "firm_size",
        N_("how big the firms are"),
        ("employees", "firm_turnover"),
        ("employees", "firm_turnover"),
        N_("The chamber of commerce and most address suppliers give the number of employees per firm."),
        r"medewerker|werknemer|personeel|\bfte\b|mkb|grootbedrijf|bedrijfsgroott|kleine bedrij|grote bedrij|employee|staff|headcount|firm size|compan(y|ies) size|sme\b|small (firm|compan|business)|large (firm|compan)|(big|small|larg)(ger|er|gest|est|e|st)? (firm|compan|business|account|organi)|grot(e|ere) (bedrij|organisat|opdrachtgev)|kleine(re)? (bedrij|organisat|opdrachtgev)|hoe groot|how (big|large)|zzp|eenmans|freelanc|self.?employed|sole trader|enterprise|multinational|size of (the|their|a) (firm|compan|business|client)|\bman personeel|mensen in dienst|people (work|on the payroll)|fte'?s?\b|eenpitter|kleintjes|grote jongens|startups?|scale.?ups?|corporat|sme'?s?\b|solo|team(s)? of|headcount|(klein|groot)bedrij|small(er)? ones|omvang|aantal (mensen|werkplek)|seats|licent|licen(c|s)es?",
        ("customers", "segments"),
    ),
    Need(
        "wallet",
        N_("what they spend elsewhere"),
        (),
        (),
        N_(
            "Only customers know this: ask in a survey what they spend a year on this kind of thing, and how much of that with you."
        ),
        r"elders|concurrent|share of wallet|aandeel in best|overstap|elsewhere|competit|wallet|switch|other (shop|supplier|store)s?|andere (winkel|leverancier|zaak|zaken)|ook bij (een )?ander|buurman|rival|marktaandeel|market share|supermarkt|bij (de|een) (ander|buren|concullega)|elders|al(l)? hun|hun hele|all (of )?their|share of (their|the) (spend|budget|wallet)|hoofdleverancier|main supplier|only supplier|enige leverancier|competition|leave us for|vergelijken .*(prijz|prijs)|shop around|price comparison|prijzen vergelijk|ergens anders|somewhere else|other places|andere(n)? (aanbieder|partij)|hun (hele )?inkoop|their (total|whole) (purchas|spend|buying)|welk deel .*bij ons|what part .*with us|how much of their|hoeveel van hun|vreemdgaan|cheat on us|alleen bij ons|only (with|from) us|exclusi(ef|ve)|(someone|somebody|anyone) else|iemand anders|een ander\b|other (supplier|provider|part(y|ies))|supplies from",
        ("market", "experience"),
    ),
    Need(
        "payment",
        N_("how and when they pay"),
        (),
        ("payment", "due_date", "paid_date"),
        N_("Export the open and paid invoices of your bookkeeping with due date and date paid."),
        r"betaal|wanbetal|te laat|openstaand|aanman|debiteur|pay(s|ing|ment)?\b.*(late|time)|late pay|overdue|debtor|bad debt|invoice|factu(ur|ren) .*(open|betaal|liggen)|(open|onbetaald)\w* .*factu|staa(t|n) .*\bopen\b|\bowe|achterstal|betaalterm|payment term|outstanding|incasso|unpaid|herinnering(en)? (sturen|nodig)|reminders?\b|op de pof|in termijnen|aanmaning|wanbetal|\bpay(s|ing)? (on time|late|slow|quick|fast|within)|on time|op tijd betal|traag betal|betaal(t|d|gedrag|moraal)?|voorschot|krediet|\bcredit\b(?! note)|kredietlimiet|debt|schuld|failliet|bankrupt|cash ?flow|betaalwijze|ideal\b|creditcard|klarna|achteraf betal|invoice(s|d)?\b|\bpayers?\b|betalers?\b|betaald? (pas|snel|laat|traag)|(pas|snel|laat|traag|nooit) betaal|before they pay|geld (van|tegoed)|te goed van|tegoed|krijgen .*geld van|borg\b|deposit|prepay|vooruitbetal|\b(get|been|be|gets) paid|paid (late|in time|within|after)|binnen \d+ dagen|wachten op (ons )?geld|wait(ing)? for (our|the) money|innen\b|collect(ing|ion)|(rekening|factuur|nota).*(voldaan|voldoen|vergeten|open)|voldaan|voldoen\b|settle(d|s)? (the|their)|invoice .*(paid|unpaid|open)",
        ("roi",),
    ),
)

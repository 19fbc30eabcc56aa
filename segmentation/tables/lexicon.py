"""Which words do people put in headers, by idea? Dutch, English, a little German; whole, shortened, and as programs write them.

A word after "=" is only known as a whole word: too short or too common to be found inside a compound. A word in two ideas has the first.
"""

WORDS = {
    "CUSTOMER": """=nemer =party =reporter contractant aanmelder gever schenker inschrijver kunde kunden huishouder deelneemster
        =klt klant klanten customer customers clienten debiteur debiteuren debtor relatie relaties afnemer
        afnemers koper kopers buyer buyers gast gasten guest guests lid ledenlijst member members patient
        patienten deelnemer participant abonnee subscriber donateur donor huurder tenant leerling cursist
        student opdrachtgever consument consumer gebruiker user besteller bezoeker visitor shopper sporter
        client leden afnemersnummer begunstigde =cust =deb =rel =kl =clnt =debnr =clt =bp =patron =respondent
        =adopter =klnt =persoon =person =relation =renter verzekerde =profile =recipient =holder =boeker
        hoofdboeker =melder aanvrager inzender =houder kaarthouder clients verzekeringnemer polishouder
        rekeninghouder bewoner bewoners inwoner reiziger passagier passenger traveller traveler attendee
        attendees registrant enrollee pupil requester caller purchaser payer betaler subscribers lessee
        policyholder insured resident lener leners borrower sponsor supporter backer eindklant eindgebruiker
        indiener klager zoeker kandidaat candidate enduser geadresseerde ontvangende aankoper bestelklant
        opdrachtgevers huurders leerlingen cursisten studenten deelnemers donateurs abonnees bezoekers
        gebruikers users =usr respondenten respondents =resp =debiteurnr =respondentnr =respondentnummer
        =clientele =hirer spelers speler player huisgenoot fan fans lidmaat stamgast =cli =mbr =ptnt =pat =leerl
        =cstmr =custnr verzekerden winkelklant webklant zakenpartner handelspartner gezinshoofd sollicitant
        bestemmeling =mem zorgvrager zorgvragers =kaarthoudernr =supporternr =counterparty bpartner tegenpartij
        wederpartij =profiel =profielen adverteerder adverteerders =afn aangeslotene pachter pachters
        hoofdhuurder ontdoener veehouder =opdrgvr constituent panellid =mrn rechthebbende belastingplichtige""",
    "COMPANY": """bedrijf bedrijfs company organisatie organization organisation firma =firm onderneming zaak business =bv kantoor
        handelsnaam =org vereniging =club bedrijven companies firmanaam instelling stichting organisations =comp
        =orgnaam praktijk praktijken boekhandel""",
    "CARD": """badge klantenkaart spaarkaart klantenpas spaarpas pas kaart card loyalty =loyaliteit strippenkaart pasje
        klantpas ledenpas ledenkaart abonnementskaart memberkaart loyaliteitskaart""",
    "ORDER": """opportunity =kans contract contracten werkbon auftrag auftrags rechnung rechnungs bestell order orders
        bestelling bestellingen bestel factuur facturen fact invoice invoices =inv bon kassabon receipt
        transactie transacties transaction =trx =tx =trans boeking booking reservering reservation afspraak
        afspraken appointment opdracht werkorder job levering =basket cart checkout =bill nota pakbon offerte
        quote deal =ord =fac =fct =trn bonnetje zending shipment =so billed invoiced ordered gefactureerd
        besteld geboekt kassaticket verkooporder consult reparatie repair =rit =behandelkaart =sessie verhuur
        subscription abonnement membership lidmaatschap =po document boekstuk cash uitcheck =mutatie polis
        polissen policy polisblad =bst bestelbon klus klussen project projecten workorder werkopdracht agreement
        overeenkomst enrolment enrollment bonnen kassabonnen ritten declaratie declaraties storting incasso
        collect aanvraag =bestelref verkoopbon verkoopfactuur =ordr =resv =res =reserv reservations bookings
        appointments afsprk betaalopdracht =txn =tran purchaseorder weborder webbestelling winkelbon =rcpt =rec
        ritnummer tafelbon =bkg leverbon =booked levernota afleverbon verkoopnota verkoopbonnen huurcontract
        huurovereenkomst verhuring boekingen reserveringen orderbevestiging bestelorder bestelformulier
        salesorder =fakt faktuur donatienummer donatienr giftnummer =opdr kwitantie kwitanties ontvangstbewijs
        getuigschrift betaalverzoek =doc""",
    "BILL": "rekening =rek",
    "SALE": """=vk =verk verkoop verkopen sale sales sold aankoop aankopen purchase purchases gekocht verkocht bought koop
        verkooptransactie =sell selling aanschaf aanschaffing aangeschaft acquisition""",
    "ID": """nummer nummers nr number =no =num =id ids code =cd key referentie =ref reference sleutel uuid guid kenmerk
        identifier identificatie =nrs =nmr =# volgnummer =idnr =ident =token =pk =hash =nummertje nummering
        =nrcode codes =identnr =intern =sysnr =recordid""",
    "DATE": """datum date datums =dat =dt dag =day datetime tijdstip timestamp moment wanneer when =dd =ddmmjj =ddmmjjjj
        =datumtijd =op =at =on =tijdstempel =dtm =dagen_op =ts =tijdst stamp dagtekening""",
    "TIME": "tijd time uur hour klok starttijd begintijd =tijden kloktijd klokslag aanvangstijd aanvang eindtijd vertrektijd aankomsttijd =hr =hrs",
    "PERIOD": """maand month jaar year kwartaal quarter week periode period boekjaar seizoen season annual yearly monthly weekly
        jaarlijks maandelijks jaarlijkse maanden months jaren years kwartalen weken weeks =mnd =jr =wk =qtr
        weeknummer =ytd =ttm weeknr""",
    "CREATED": """=requested aangemaakt gemaakt created create aanmaak creation toegevoegd added ingevoerd invoer =insert
        ingediend submitted submit afgenomen entered opgemaakt opgesteld uitgegeven issued placed geplaatst
        =aangem ingelegd opgevoerd inzend ingezonden inzending ingevuld invul posted recorded logged gemeld
        reported aangevraagd""",
    "CHANGED": """synced gesynchroniseerd gewijzigd wijzig wijziging gewijzigde bijgewerkt updated update modified modification
        changed last_modified edited""",
    "LAST": "laatste last laatst recent latest most =lst =ltst meest nieuwste jongste vorige previous",
    "FIRSTLY": "eerste first",
    "SINCE": """inschrijving inschrijvingen vanaf inschr =aanmelddat sinds since registratie registration geregistreerd
        registered ingeschreven aanmelding aangemeld signup joined join aanmeld start =klant_sinds instap
        toetreding =lidsinds inschrijf begin ingang abonneer geabonneerd geactiveerd activated activatie
        aangesloten joining ingangs ingegaan onboarded =aanm aanmeldings lidmaatschapsstart enrolled joindate
        onboarding activation gestart sedert ingelogd""",
    "END": """eind einde end until =tot opzeg opgezegd opzegging afgemeld uitschrijf uitgeschreven beeindigd expiry expires
        vervallen verloop geldig =t_m opgehoffen beeindiging opzeggings cancelled canceled cancellation
        geannuleerd annulering stopdatum gestopt einddatum churned churn eindigt ends ended expired verlopen
        afmeld uitgelogd""",
    "NAME": "naam namen name names =nm =naamklant weergavenaam =nam",
    "FIRSTNAME": """vorname voornaam voornamen firstname givenname given roepnaam forename =fname =vnaam =vn =vrnm =vnm =voornm
        =firstnm =fornm =voorn =roepnm =roepn =vrl =vrnaam""",
    "LASTNAME": """familyname nachname achternaam lastname surname family familienaam geslachtsnaam =lname =anaam =lastnm =achtern
        =anm =achternm =surn =famnaam =sname""",
    "INFIX": """tussenvoegsel tussenv voorvoegsel tussenvoegsels infix =tv prefix middle middlename suffix =tussenvoegs =tussen
        =voorv =tussenvgsl =nobility""",
    "AMOUNT": """=totale =extended betrag gesamt gift giften donatie =schenking geld bedrag bedragen amount amounts =amt =amnt
        totaal total totals totalen =ttl som =sum besteding bestedingen besteed spent spend opbrengst =bedr
        afrekening eindbedrag =euro =eur =euros charged grand factuurbedrag =payable kassabedrag huursom
        huurbedrag koopsom koopprijs aankoopbedrag verkoopbedrag afgerekend honorarium proceeds incassobedrag
        transactiebedrag orderwaarde ordertotaal factuurtotaal eindtotaal regeltotaal regelbedrag totaalbedrag
        totaalprijs eindprijs opgebracht =bdrg =bdr =tota =totl =totaalbedr kassaomzet charge besteedde
        grandtotal spending spends donation donations gedeclareerd =opbr""",
    "NET": "netto =net nettobedrag =ht =nett",
    "GROSS": "bruto gross =ttc",
    "SUBTOTAL": "subtotaal subtotal",
    "EXPENSE": "kosten costs kost reiskosten onkosten expense expenses meerwerk =kst",
    "REVENUE": """umsatz =omz omzet revenue turnover =rev omzetten =gmv ltv lifetime =clv =earnings opbrengsten verkoopomzet
        =revnue turnovers =sls verkoopopbrengst monetary""",
    "PRICE": """preis einzelpreis =pr prijs prijzen price prices tarief tarieven rate stukprijs eenheidsprijs unitprice
        adviesprijs =prs =prc =ep dagprijs uurprijs uurtarief kiloprijs literprijs meterprijs dagtarief
        stuksprijs verkoopprijs consumentenprijs winkelprijs =prijsje =prijseenh =unitpr =kgprijs =tar
        =priceeach =vkp =rrp uurloon""",
    "PER": "=per =pm =pj",
    "POINTS": "punten points spaarpunten tegoed =pnt spaarsaldo stempels stamps puntensaldo =pts",
    "UNIT": "stuck =stuk unit =each eenheid eenheids unitair =pp =pst =ea =eh =eenh =uom =pcprice =perstuk",
    "QUANTITY": """=woorden =words =st menge anzahl colli collo =aantl =aantallen aantal quantity quantities =qty hoeveelheid stuks
        pieces =pcs units =count quant aant =hoev =ant =qnt =hvh =nbr items =stk hoeveel oplage oplages =anz
        =aantstuks bestelaantal =kwmeng hoeveelheden quantiteit =qnty =qtty =qt =volume =vol =stks =afname =nrof
        =howmany seats nachten nights overnachtingen =nacht flessen bottles dozen kratten pallets zakken porties
        kilos liters kaarten kaartjes bossen stelen rollen meters =mtr ritten_aantal =hoevh =afzet""",
    "PRODUCT": """programma kledingstuk garment pakket ware product producten products artikel artikelen =art article articles
        item sku =ean =ean13 =gtin =isbn barcode stock dienst diensten service services behandeling
        behandelingen treatment gerecht dish lineitem =prod goods goederen materiaal cursus course les workshop
        menu boek onderdeel onderdelen plu prestatie =asin lidmaatschapstype voorstelling evenement event
        arrangement room voertuig fiets traktatie hoofdproduct accommodatie accommodaties verblijf =plan plans
        pakketten abo licentie license licence module modules edition bundel bundle =box boeket traject =model
        modellen uitvoering gerechten =drank drankje dranken voedsel maaltijd maaltijden =meal meals =eten =film
        =show voorstellingen concert =reis =reizen =trip =tour activiteit activity klasje =werk handeling
        handelingen =taak aankoopitem =artnr =artcode =artnaam =artc =artk =itm =prd =prdct =upc =mpn
        toegangskaart tickettype productnaam entree strippen opleidingstraject training trainingen cursussen
        lessen lesson lessons massages =massage =apk onderhoud onderhoudsbeurt dienstverlening verzekering
        polissoort attractie locatiehuur =zaal =srv =svc =boot =boten =kavel kavelnummer kavelnr listing
        catalogusnummer kamer kamers rooms package catalogus =werkz =performance opvang werkstuk =upt bepaling
        bepalingen analyse analyses tentoonstelling tentoonstellingen sieraad sieraden hulpmiddel hulpmiddelen
        =jurk wijn wijnen bier bieren kaas kazen taart taarten =prest""",
    "TITLE": """bezeichnung =omschrijv titel title omschrijving beschrijving description =omschr =desc =descr =oms =omsch
        =omschrijvingen =arktx =descript =descrip =besch =specificatie detail details =beschr benaming""",
    "VARIANT": "variant variatie variation =versie =version",
    "CATEGORY": """classificatie classification =nur aard gebied categorie categorieen category categories =cat groep group groepen
        soort soorten type types klasse class genre afdeling department rubriek collectie collection assortiment
        =subcat hoofdgroep productlijn segmentatie segment familie tak =grp =ctg =catg =rubr =matkl =srt =categ
        =hfdgroep subgroep productgroep artikelgroep productsoort omzetgroep omzetsoort productcategorie
        warengroep =schap divisie serie series subcategorie subcategory =dept =fam =agrp =artgrp =prodgrp
        discipline =vak =vorm speltak""",
    "BRAND": """merk brand fabrikant manufacturer leverancier supplier vendor crediteur =make automerk =levcode leveranciers
        merken brands verzekeraar zorgverzekeraar""",
    "COST": """=ik =ink kostprijs cost inkoop inkoopprijs inkoopwaarde =cogs unitcost =ikp =cp inkoopbedrag inkopen kostprijzen
        inkoopkosten =kp =kostpr =inkprijs =inkpr inkoopprijzen =wavwr =cst verkrijgingsprijs aanschafprijs =kpr
        =foodcost ingekocht""",
    "MARGIN": "marge margin winst profit brutowinst brutomarge winstmarge brutomarges =gp =mrg =prft nettowinst brutowinstmarge winstbedrag",
    "DISCOUNT": """rabatt korting kortingen discount discounts rabat actiekorting =disc =krt deduction =krtng =kort afprijzing
        reductie reduction prijsverlaging aanbiedingskorting =dsc =discnt ledenkorting""",
    "COUPON": """coupon kortingscode voucher promotiecode promo kadobon cadeaubon actiecode promocode vouchercode kortingsbon
        =couponcode promotie promotion""",
    "RETURN": """retour retouren return returns returned refund refunded refunds terugbetaald terugbetaling geretourneerd
        gecrediteerd creditnota teruggestuurd =ret chargeback reversed terugbetalingen storno gestorneerd
        stornering teruggave restitutie geretourneerde =rma =rtn =retr teruggebracht refunding =remake""",
    "CHANNEL": """webshop =branch kanaal channel bron source herkomst medium verkoopkanaal filiaal filialen winkel store shop
        vestiging platform marktplaats marketplace utm =via bestelwijze besteltype =pos outlet leadbron
        verkooppunt verkooplocatie bestelkanaal kanalen channels bronnen aanmeldbron contactkanaal lead_source
        boekingskanaal verkoopplek =src =chan advertentiekanaal =site webwinkel =shopnr marketingkanaal
        aanbrenger tussenpersoon affiliate referrer referer verwijzer touchpoint =fil wijze attribution referral
        referrals portal""",
    "EMAIL": """mails emails email mail emailadres mailadres =mailadr =eml =emailaddr =emailadr =mailto emailaddress mailaddress
        mailbox =mladr correo epost""",
    "PHONE": """telefoon telefoonnummer phone mobiel mobile =gsm =tel =telnr telephone =mob =tlf whatsapp telefoonnr cell =telf
        telefoonnummers telefoonnrs mobieltje 06nummer =telef =telefnr =mobnr =ph =phonenr =msisdn =cel
        telnummer =mobi landline =telno phonenumber mobielnummer""",
    "FAX": "fax website url homepage linkedin facebook instagram twitter =www webadres website_url",
    "ADDRESS": """=str =stras strasse =strt adres address =adr straat street straatnaam adresregel addressline addr adressen
        adresgegevens straten =strnaam =straatnm =adr1 =straatnr huisadres woonadres postadres factuuradres
        bezoekadres vestigingsadres =addr1""",
    "HOUSE": """huisnummer huisnr housenumber toevoeging =huisnrtoev =hnr =toev =huisn =hsnr =huisnrs =huisno huisletter =hsno
        =houseno =nrtoev =toevg =bus""",
    "POSTCODE": """=postc =pstlz =pcd =zipcd postcode zip zipcode postal postalcode =pc =pcode postcodes postkode plz =pstcd
        =pstcode =zipc =postcd =pcnr postcodegebied =pstc postalzip postnummer postnr""",
    "CITY": """=ort =wpl =wnpl =plts =pl plaats stad city woonplaats town gemeente plaatsnaam woonpl municipality standplaats
        dorp residence =wpls =woonpltsnaam woonplaatsnaam vestigingsplaats plaatsen cities steden =ctv =wnplts
        =woonplts =vestpl =localiteit""",
    "PROVINCE": "provincie province regio region staat county area rayon =prov counties states landsdeel regios wijk buurt",
    "COUNTRY": "=lnd land country landcode =countrycode =ctry landen nation landnaam countryname woonland herkomstland vestigingsland =cntry",
    "BIRTH": """geburt geburts geboorte geboortedatum birth birthdate =dob =geb =gebdat birthday verjaardag geboren born
        =gebdatum geboortedag geboortejaar birthyear =gbdat =gebd =gebj =gbdt =gebdt jarig geboortedatums =bday
        =bdate =brth =birthd =gdatum =gebjaar =yob verjaart""",
    "AGE": """leeftijd leeftijden age ages =lft leeftijdscategorie leeftijdsgroep leeftijdsklasse leeftijdscat =lftcat
        agegroup agerange =lftklasse =leeft""",
    "GENDER": """geslacht gender sex sekse aanhef salutation =mv titulatuur aanspreekvorm =gesl =gsl =geslcht =gndr genders sexe
        =mvx =mevr =dhr aanspreektitel""",
    "GENERATION": "generatie generation cohort",
    "EDUCATION": """studierichting studierichtingen =vooropl =opl =oplniv opleiding opleidingsniveau education onderwijs studie
        degree opleidingen scholing =edu =educ =onderwijsniveau vooropleiding""",
    "HOUSEHOLD": """huishouden gezin gezinssamenstelling household gezinssituatie burgerlijke marital kinderen children huishoudtype
        gezinsgrootte leefsituatie huishoud gezins =hh huishoudens gezinssit thuissituatie woonsituatie
        samenstelling burgelijke =hhgrootte =hhsize gezinsleden familiesamenstelling huishoudsamenstelling
        huishoudgrootte householdsize""",
    "INTEREST": """interesse interesses hobby hobbys interest interests interessegebied interessegebieden belangstelling hobbies
        vrijetijd interesseren interested interesseert liefst""",
    "DEVICE": "apparaat device toestel browser =os besturingssysteem apparaattype apparaten devices schermtype devicecategory",
    "SECTOR": """sector branche sectoren =sbi industry industrie bedrijfstak sbicode branchecode nace sic bedrijfstype
        bedrijfssoort bedrijfssector bedrijfsactiviteit bedrijfsactiviteiten vakgebied werkveld =brnch =brch
        =brsch =nacecode vertical =bedrtak =naics""",
    "EMPLOYEES": """grootteklasse =mdw mitarbeiter werknemers employees =fte personeel personeelsleden headcount werkzame
        arbeidsplaatsen =mdwrs =wrkn =fteaantal personeelsomvang personeelsaantal bedrijfsgrootte bedrijfsomvang
        employeecount workforce staffsize =empl =ftes medewerkers werkzaam =werkn =wn""",
    "EMPLOYEE": """medewerker werknemer employee verkoper kapper kapster stylist monteur behandelaar agent behandeld toegewezen
        assigned assignee rep salesrep accountmanager docent tutor trainer bediende kelner ober cashier kassier
        therapeut handler chauffeur instructeur coach adviseur vertegenwoordiger =verteg accountbeheerder
        relatiebeheerder kassamedewerker bediening serveerster technicus =arts tandarts assistent medew =mdwr
        salesperson seller handled oplosser engineer collega uitvoerder uitgevoerd planner begeleider fotograaf
        dokter specialist consultant adviser advisor beheerder klantbeheerder accounthouder staff server waiter
        barista caissiere kassiere verkoopster masseur masseuse leraar lesgever instructor teacher professional
        hulpverlener vakman contactmedewerker medewerkster behandelaars dierenarts makelaar =reps voorschrijver
        huisarts fysiotherapeut logopedist verloskundige bezorger koerier technician officer bedrijfsarts
        dirigent triagist""",
    "IBAN": "iban rekeningnummer bankrekening bankrekeningnummer bankaccount tegenrekening bankrekeningnr",
    "BSN": """bsn burgerservice burgerservicenr burgerservicenummer sofinummer sofi ssn rijksregisternummer rijksregisternr
        rijksregister =insz =inss =burgservnr nationaalnummer""",
    "TICKET": """claim claims complaint complaints ticket tickets case incident melding meldingen zaaknummer klacht klachten
        issue hulpvraag supportvraag vraag conversation gesprek call servicedesk helpdesk verzoek request casus
        cases incidenten storing storingen servicevraag supportticket aanvraagnummer meldingsnummer meldnummer
        =meld enquiry inquiry =tkt =tckt oproep""",
    "OPEN": "openingen geopend opened openstaand open opens openings geopende openratio gelezen opener openers =opn",
    "CLOSED": """=afh =afgeh gesloten closed close afgesloten opgelost solved resolved resolution afgehandeld afsluit afhandel
        afgerond sluiting gereed completed oplos sluit oplossing voltooid =geslt sluitings beantwoord finished
        afhandeling afgewikkeld herstel hersteld resolve closing verholpen gerepareerd =afgedaan =klaar fixed
        repaired opgeleverd afronding""",
    "SUBJECT": """defect mankement gebrek =summary samenvatting onderwerp subject betreft betreffende onderwerpregel thema topic
        =onderw =betr =subj korte_omschrijving probleem problem kwestie""",
    "MINUTES": """=handle minuten minutes =min =mins duur duration bestede behandeltijd afhandeltijd handletime handling werktijd
        tijdsduur tijdsbesteding =tijdmin =durat behandelduur gespreksduur belduur werktijden minute minuut
        =minn =aht""",
    "STATUS": """=stat status statussen fase stage toestand voortgang orderstatus betaalstatus actief active =sts statuses
        orderstatussen bestelstatus afhandelstatus voortgangsstatus ticketstatus lidstatus""",
    "CHILD": "=kind =child =zoon =dochter",
    "DAYS": "dagen days =dgn",
    "SECONDS": "=sec =secs second seconds seconde seconden =sek",
    "PRIORITY": "prioriteit priority urgentie urgency =prio severity =prior spoed urgent impact",
    "CAMPAIGN": """campagne campagnes campaign campaigns nieuwsbrief newsletter mailing mailings flow automation broadcast uiting
        actie acties mailingnaam campagnenaam campaignname actienaam actiecampagne advertentie advertisement
        adset template templates sjabloon =ad =ads =camp =cmp mailnaam appeal appeals inzamelactie wervingsactie
        mailshot""",
    "SENT": """verzonden verstuurd verzend sent send sends verstuurde receipts verzendingen ontvangers recipients audience
        verstuur =verz =verst uitgestuurd uitgezonden dispatched mailed gemaild sendtime senddate =snd =snt""",
    "CLICK": """klikken klikt link_klikken linkklikken klik kliks click clicks geklikt clicked clickthrough klikratio doorkliks
        doorgeklikt doorklik geklikte =klk =clk clickers klikkers =taps""",
    "BOUNCE": "geweigerd rejected bounce bounces bounced hardbounce softbounce gebounced onbestelbaar bouncers =bnc =bnce onbezorgbaar",
    "UNSUBSCRIBE": """=afm =uitschr uitschrijving uitschrijvingen unsubscribe unsubscribed unsubscribes afmelding afmeldingen opt_out
        unsubs uitmeldingen =unsub uitschrijver uitschrijvers afmelders unsubscription unsubscriptions""",
    "SPAM": "spam abuse misbruik klachtmelding spamklachten spammeldingen spamreports spamklacht spammelding markedspam",
    "OPTIN": "optin opt toestemming consent subscribed marketing akkoord permission accepts accept abonneren",
    "RATE": "percentage ratio =pct =perc procent percent =cijferpct aandeel share ctr conversieratio",
    "SCORE": """score cijfer rating beoordeling tevredenheid tevreden satisfied satisfaction rapportcijfer sterren stars csat
        oordeel eindoordeel waardering grade eindcijfer =ster ces sterscore scores ratings punten_score
        beoordelingen cijfers rapportcijfers tevredenheidscore klanttevredenheid tevredenheidsscore beoordeel
        beoordeelt kwaliteitsscore beoordelingscijfer evaluatie =tevr""",
    "NPS": """=nps aanbevelen aanraden aanbeveelt aanraadt recommend aanbevelingsscore netpromoterscore promoter
        waarschijnlijk npsscore aanbevelingsvraag aanbeveling recommendation =netpromoter aanbevelingscijfer
        aanrader enps""",
    "REASON": """reden reason redenen waarom why oorzaak motief motivatie aanleiding waardoor drijfveer aanleidingen beweegreden
        annuleringsreden opzegreden retourreden cancelreason returnreason keuzereden""",
    "TEXT": """rapportage rapportages vrije toelichting verslag gespreksverslag tekst text opmerking opmerkingen comment
        comments feedback review bericht message body reactie notitie notities notes note antwoord memo
        toelichtingen commentaar remark remarks ervaring suggestie suggesties mededeling bijzonderheden
        reviewtekst mededelingen =opm =cmnt =cmt =opmrk =opmerk =notit toelicht aantekening aantekeningen
        klantreactie beoordelingstekst verbeterpunt verbeterpunten verbeter =wens wensen =tip =tips complimenten
        improve improvement improvements tell vertel wishes verbatim narrative uitleg toedracht verhaal
        motivering citaat =libel libelle""",
    "VISIT": """bezoek bezoeken visit visits session sessions bezoeknummer pageview pageviews bezoekje inloop check_in
        paginaweergave paginaweergaven =sess gymbezoek visitid scan scans toegang passage passages doorgang
        bezichtiging bezichtigingen contactmoment contactmomenten rondleiding rondleidingen =bez""",
    "PAGE": "pagina page landingspagina path landing paginatitel landingpage webpagina paginapad paginas pages screen scherm",
    "CURRENCY": "valuta currency munt muntsoort =cur valutacode =curr =ccy muntcode munteenheid =waerk =vlt geldeenheid",
    "TAX": """mwst ust btw =vat tax taxes belasting =bt btwbedrag =gst taxed belastingen omzetbelasting btwtarief
        btwpercentage =omzetbel =vatamount btwcode =btwperc =tva =btwbedr =vatamt""",
    "SHIPPING": """=transport versand verzending verzendkosten shipping verzendmethode bezorgkosten freight porto vracht
        afleverkosten verzendwijze verzendbedrag carriage =frt =frght bezorgtarief vrachtkosten verzendtarief
        portokosten shippingcost postage =verzk transportkosten bezorgfee""",
    "PAYMENT": """=contant =contante =pin =pinpas betaling betaal betalen betaalmethode betaalwijze payment betaalmiddel payments
        betaalvorm tender betaaltype =betaald =paid =pay betaalt voldaan settled betaalwijzes betaalwijs
        betaalkanaal pinbetaling betalingswijze betalingsmethode paymentmethod =bet =pmt =betw =paymeth =betmth
        =betvorm =betwijze =betmeth contantpin =betwyze""",
    "DUE": """uiterste uiterlijk verval vervaldatum due betaaltermijn expire uiterlijke streef streefdatum target termijn
        =verv vervaldag vervaldat betaaldatum_uiterlijk duedate =dued betaaluiterlijk vervalt""",
    "EXCL": "excl =ex =exc exclusief exclusive excluding exbtw zonder =exvat =exkl =exclbtw zonderbtw exclvat =exb",
    "INCL": "incl inclusief inclusive including =inc =ic =inkl =inclbtw =incvat inclvat",
    "BILLING": "billing facturatie facturering",
    "DELIVER": """lever aflever leverdatum shipto verwacht expected gewenste planned afgeleverd delivered =dlvrd deliveries
        geleverd bezorg bezorgd bezorging delivery opgehaald ophaal afhaal pickup leverdag shipped =ship =leverd
        aankomst arrival vertrek departure laad laadplaats losplaats laadadres losadres laden lossen losplts
        laadplts""",
    "LEDGER": """=grb =gbr =grbk =gbrek grootboek grootboekrekening ledger glaccount gl grootboeknummer boekhoud =grtb =glacc
        grootboekcode grootboeknaam =rgs rekeningschema balanspost""",
    "JOURNAL": "dagboek journal memoriaal daybook",
    "DEBIT": "inkomsten ontvangsten debet debit =db =bij",
    "CREDIT": "uitgaven credit =cr",
    "BALANCE": "saldo balance eindsaldo beginsaldo kassaldo banksaldo",
    "LINE": "regel regelnummer line positie position regelnr rij row =rgl =rglnr =regels =lijn =pos_nr =seq orderregel factuurregel =volgnr bonregel",
    "STOCK": "voorraad inventory =vrd voorraden",
    "SIZE": """maat size kleur color colour gewicht weight maten kleuren gewichten hoogte breedte inhoud afmeting dimension
        dimensions =kg =kilo liter =ml =cm =m2 =m3 oppervlakte gram lengte length""",
    "YESNO": "is has heeft ja nee =wel gewenst ontvangt =was =heb =ben",
    "IP": "=ip",
    "PASSWORD": "wachtwoord password",
    "ORIGIN": "nationaliteit nationality etniciteit ethnicity religie religion geloof afkomst geboorteland",
    "CONTACT": "contact contactpersoon contactpersonen contacts =tav =attn aanspreekpunt",
    "OWNER": "eigenaar owner eigenaren owners",
    "LEAD": "lead leads prospect prospects",
    "WHO": "=wie =who",
    "WHAT": "=wat =what =welke =welk =which",
    "WHERE": "=waar =where",
    "TILL": "kassa =till =terminal =register",
    "TABLE": "=tafel =tafelnr =tafelnummer",
    "SERIAL": "serienummer serienr serial =batch batchnummer batchnr =lot lotnr lotnummer tracking trackingnummer tracktrace =imei",
    "EXCHANGE": "wisselkoers valutakoers =koers",
    "PAYOUT": "uitbetaling uitbetalings uitbetaald payout payouts settlement",
    "BIC": "=bic =swift swiftcode biccode",
    "PEOPLE": "=pers personen persons people =pax couverts covers volwassenen adults =kids headcounts players",
    "ALLOWANCE": "vergoeding vergoedingen vergoed reimbursement reimbursed allowance tegemoetkoming",
    "WORK": "werkzaamheden werkzaamheid verrichting verrichtingen",
    "LOCATION": "afhaalpunt afhaallocatie locatie locaties location locations",
    "DESTINATION": "bestemming bestemmingen destination",
    "TAG": "=label =labels =tag =tags",
    "AVERAGE": "gemiddeld gemiddelde =gem average =avg =mean mediaan median",
    "OUTSTANDING": "openstaande =openst outstanding restant restbedrag achterstand arrears overdue schuld tegoeden",
    "REPLY": "doorlooptijd reply replies respons response responses reactietijd antwoordtijd wachttijd waiting",
    "DISTANCE": "=km =kms kilometer kilometers kilometerstand afstand distance mileage =mi miles kmstand",
    "FEE": """fee premie premium contributie mrr arr lidgeld =huur =rent abonnementsgeld cursusgeld lesgeld inschrijfgeld
        maandbedrag jaarbedrag maandpremie jaarpremie bijdrage bijdragen ledenbijdrage leengeld ereloon pacht
        grafrecht tuition""",
    "WAREHOUSE": "magazijn warehouse depot",
    "DEPOSIT": "inruil tradein borg waarborg waarborgsom aanbetaling aanbet deposit statiegeld vooruitbetaling",
    "COMMISSION": """opgeld servicekosten servicefee boekingskosten administratiekosten transactiekosten handlingkosten provisie
        commissie commission courtage =comm fooi toeslag surcharge toeristenbelasting toerbel""",
    "PLATE": """kenteken kentekens chassis chassisnummer framenummer framenr vin kentekennr numberplate plate chipnummer chipnr
        kluisnr kluisnummer kluisje locker""",
    "FIRMCODE": """=kvk kvknummer =kvknr btwnummer btwnr vatnumber =vatno chamber handelsregister =rsin =oin =eori vestigingsnummer
        omzetbelastingnummer""",
    "JOBTITLE": "functie functietitel jobtitle beroep occupation profession functienaam =rol",
    "PARTNER": "=partner echtgenoot echtgenote spouse =partners noodcontact noodnummer emergency",
    "INITIALS": "initialen voorletters voorletter initials =voorl =init =vl",
    "MANDATE": "machtiging mandaat mandate",
    "FILE": "dossier dossiers casefile",
    "INCOME": "inkomen income salaris salary jaarinkomen loon loonsom",
    "STATE": "=state",
    "HOURS": "=uren =hours =urn uuraantal urenaantal",
    "FULL": "voluit fullname volledige =complete =full",
    "VALUE": "waarde value =val",
    "TERMS": """terms condities conditie voorwaarden limiet limit kredietlimiet creditlimit leveringsvoorwaarden
        betalingsconditie betalingscondities betalingsvoorwaarden betaaltermijnen betalingstermijn
        betalingstermijnen""",
    "COSTCENTRE": "kostenplaats kostendrager costcentre costcenter",
    "OFTEN": "frequentie frequency =freq =interval",
    "DOOR": "poort poortje toegangspoort =gate =deur tourniquet turnstile draaihek",
    "PREFERENCE": "=fav favoriet favoriete favourite favorite voorkeur voorkeuren preference preferences preferred",
    "VIEWS": "weergaven vertoningen impressions impressies bereik reach views impression",
    "WEEKDAY": "weekdag weekday dagnaam dayname",
    "ERROR": "foutmelding foutmeldingen error errors errormessage foutcode =fouten",
    "PARENT": "ouder ouders parent parents guardian verzorger verzorgers voogd",
    "POST": "=postensoort",
    "LANGUAGE": "taal talen language languages voertaal spreektaal moedertaal",
    "SOMEBODY": "dealer dealers ondernemer ondernemers exploitant bieder bieders passant passanten",
    "STATEMENT": "afschrift afschriften afschriftnummer afschriftnr bankafschrift",
    "VOLUNTEER": "vrijwilliger vrijwilligers volunteer volunteers",
    "EMPLOYER": "werkgever werkgevers employer",
    "RECEIVED": """ontvangst binnenkomst binnengekomen ontvangen received inname ingeleverd gebracht ingebracht binnengebracht
        afgegeven =brought ingekomen aanname""",
    "ACCOUNT": "account =acct =acc =accnt accounts",
    "PET": "diernaam paard paarden =horse huisdier huisdieren =dier =hond =kat =pet =pets =ras breed diersoort =dog =dogs =pony ponys",
}

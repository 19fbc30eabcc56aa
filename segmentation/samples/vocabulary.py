"""Which names, places, articles and remarks occur in the invented shop in Assen?"""

WOMEN = {
    "old": "Anna Johanna Geertje Trijntje Hendrika Margaretha Wilhelmina Grietje Jantje Aaltje Roelie Hillie Tineke Ria Annie",
    "middle": "Marijke Ingrid Monique Karin Désirée Petra Yvonne Esther Saskia Marlies Hilda Renée Wilma Anja Brigitte Jolanda",
    "young": "Lotte Sanne Femke Noa Eva Lieke Zoë Iris Fleur Julia Maud Yara Amina Chloé Britt Myrthe",
}
MEN = {
    "old": "Jan Hendrik Albert Geert Roelof Jantinus Willem Klaas Harm Berend Gerrit Lambertus Egbert Johannes Piet",
    "middle": "Erik Marcel René Peter Henk Wim Bert André Jeroen Ronald Mark Arjan Frank Günther Michiel Edwin",
    "young": "Daan Sem Jesse Thijs Lars Bram Ruben Niek Jelle Stijn Sjoerd Mees Yusuf Noah Joël Wessel",
}
SURNAMES = (
    "Jansen", "de Vries", "van den Berg", "Bakker", "Visser", "Smit", "Meijer", "de Boer", "Mulder", "Bos", "Vos", "Hendriks", "Dekker", "Brouwer", "de Wit",
    "Dijkstra", "Smits", "de Graaf", "van der Meer", "Kok", "Jacobs", "Vermeulen", "van der Heide", "Kuipers", "Veenstra", "Kramer", "Scholten", "Postma", "Huizinga",
    "Boonstra", "Wolters", "Prins", "Oosterhof", "Hoekstra", "Koster", "Willems", "Timmer", "Hofman", "Eising", "Lubbers", "Nijboer", "Zwiers", "Kamps", "Hidding",
    "Speelman", "Boelens", "Ensing", "ten Cate", "van Rhee", "Koops", "Mansveld", "Strating", "Wieringa", "Sikkens", "Aalders", "Bénard", "Müller", "Yilmaz",
    "El Amrani", "Özdemir", "van 't Hof", "op den Kelder", "Tuinstra", "Buining", "Drenth",
)
PARTICLES = ("van den", "van der", "op den", "van 't", "van", "de", "ten", "El")
STREETS = (
    "Dorpsstraat", "Kerkstraat", "Brink", "Esweg", "Veenweg", "Molenstraat", "Hoofdstraat", "Nieuwe Huizen", "Beilerstraat", "Groningerstraat", "Vaart N.Z.", "Vaart Z.Z.",
    "Stationsweg", "Julianastraat", "Wilhelminastraat", "Beatrixlaan", "Lindelaan", "Eikenlaan", "Berkenweg", "Heideweg", "Zandpad", "Schoolstraat", "Marktstraat",
    "Rolderstraat", "Hertenkamp", "Kloosterveste", "De Kleuvenveen", "Oude Haven", "Raadhuisplein", "Parklaan",
)
# Place, province, first and last postcode, weight among the shop's own region or among the rest of the country.
NEAR = (
    ("Assen", "Drenthe", 9401, 9408, 30), ("Rolde", "Drenthe", 9451, 9451, 5), ("Beilen", "Drenthe", 9411, 9411, 6), ("Zuidlaren", "Drenthe", 9471, 9471, 5),
    ("Vries", "Drenthe", 9481, 9481, 4), ("Norg", "Drenthe", 9331, 9331, 3), ("Roden", "Drenthe", 9301, 9302, 5), ("Gieten", "Drenthe", 9461, 9461, 4),
    ("Borger", "Drenthe", 9531, 9531, 4), ("Westerbork", "Drenthe", 9431, 9431, 3), ("Hoogeveen", "Drenthe", 7901, 7909, 7), ("Emmen", "Drenthe", 7811, 7828, 8),
    ("Meppel", "Drenthe", 7941, 7944, 5), ("Coevorden", "Drenthe", 7741, 7742, 3), ("Groningen", "Groningen", 9711, 9747, 14), ("Leeuwarden", "Friesland", 8911, 8939, 5),
)
FAR = (
    ("Zwolle", "Overijssel", 8011, 8045, 8), ("Enschede", "Overijssel", 7511, 7548, 6), ("Deventer", "Overijssel", 7411, 7437, 4), ("Arnhem", "Gelderland", 6811, 6846, 6),
    ("Apeldoorn", "Gelderland", 7311, 7339, 6), ("Nijmegen", "Gelderland", 6511, 6546, 6), ("Utrecht", "Utrecht", 3511, 3585, 10), ("Amersfoort", "Utrecht", 3811, 3829, 6),
    ("Amsterdam", "Noord-Holland", 1011, 1109, 14), ("Haarlem", "Noord-Holland", 2011, 2037, 5), ("Alkmaar", "Noord-Holland", 1811, 1827, 3),
    ("Den Haag", "Zuid-Holland", 2491, 2597, 8), ("Rotterdam", "Zuid-Holland", 3011, 3089, 9), ("Leiden", "Zuid-Holland", 2311, 2334, 4),
    ("Almere", "Flevoland", 1311, 1363, 4), ("Breda", "Noord-Brabant", 4811, 4839, 4), ("'s-Hertogenbosch", "Noord-Brabant", 5211, 5237, 4),
    ("Eindhoven", "Noord-Brabant", 5611, 5658, 5), ("Middelburg", "Zeeland", 4331, 4341, 2), ("Maastricht", "Limburg", 6211, 6229, 3),
)
# Article, category, price and purchase price in cents, excluding VAT.
ARTICLES = tuple(
    (f"ZK{number:04d}", name, category, price, purchase)
    for number, (name, category, price, purchase) in enumerate(
        (
            ("Fietstas Ellert dubbel 46 l", "Fietstassen", 8995, 5200), ("Fietstas Brammert enkel 20 l", "Fietstassen", 5495, 3150), ("Stuurtas Hondsrug", "Fietstassen", 4295, 2450),
            ("Zadeltas vilt", "Fietstassen", 2495, 1350), ("Bikepackingtas Veenroute", "Fietstassen", 7995, 4700), ("Waterdichte rugtas 25 l", "Fietstassen", 6995, 4050),
            ("Tent Hunebed 2 personen", "Kamperen", 24900, 15300), ("Slaapzak Dwingelderveld", "Kamperen", 11900, 7100), ("Slaapmat zelfopblazend", "Kamperen", 6495, 3800),
            ("Kookset titanium", "Kamperen", 5995, 3500), ("Gasbrander compact", "Kamperen", 3495, 2050), ("Hoofdlamp oplaadbaar", "Kamperen", 3295, 1850),
            ("Thermosfles 1 l", "Kamperen", 2995, 1600), ("Opvouwbare kampeerstoel", "Kamperen", 5495, 3250),
            ("Regenjas dames Drentse Aa", "Kleding", 7995, 4600), ("Regenjas heren Drentse Aa", "Kleding", 7995, 4600), ("Wandelbroek afritsbaar", "Kleding", 5995, 3400),
            ("Fietsshirt merino", "Kleding", 4995, 2850), ("Wollen trui Schoonebeek", "Kleding", 6995, 3950), ("Wandelsokken 2 paar", "Kleding", 1995, 1000), ("Softshell vest", "Kleding", 5495, 3150),
            ("Laarzen Veenkant", "Kleding", 4495, 2550), ("Muts lamswol", "Kleding", 1995, 1000),
            ("Spade essenhout", "Tuin", 3795, 2100), ("Snoeischaar klein", "Tuin", 2795, 1500), ("Tuinslang 25 m", "Tuin", 3295, 1900), ("Regenton 100 l", "Tuin", 6495, 3900),
            ("Kruiwagen verzinkt", "Tuin", 8995, 5500), ("Insectenhotel groot", "Tuin", 3495, 1850), ("Vogelhuisje koolmees", "Tuin", 1795, 900), ("Plantenbak cortenstaal", "Tuin", 7495, 4500),
            ("Tuinhandschoenen leer", "Tuin", 1495, 750), ("Moestuinbak grenen", "Tuin", 5995, 3500), ("Compostvat 200 l", "Tuin", 5495, 3300), ("Vuurkorf roestbruin", "Tuin", 6995, 4100),
            ("Zaad goudsbloem", "Zaden en bollen", 295, 140), ("Zaad pluksla", "Zaden en bollen", 275, 130), ("Zaad Drentse boekweit", "Zaden en bollen", 345, 165), ("Zaad korenbloem", "Zaden en bollen", 295, 140),
            ("Bollen sneeuwklok 25 st", "Zaden en bollen", 595, 300), ("Bollen krokus 50 st", "Zaden en bollen", 795, 410), ("Pootaardappel Eigenheimer", "Zaden en bollen", 495, 260),
            ("Bollen tulp gemengd 30 st", "Zaden en bollen", 895, 460), ("Plantenlabels hout", "Zaden en bollen", 395, 180),
            ("Wollen plaid heideschaap", "Huis en keuken", 6495, 3600), ("Broodplank eiken", "Huis en keuken", 3495, 1850), ("Emaille mok set van 2", "Huis en keuken", 1995, 1000),
            ("Gietijzeren pan 24 cm", "Huis en keuken", 6995, 4100), ("Bijenwaskaarsen 4 st", "Huis en keuken", 1695, 850), ("Theedoek linnen hunebed", "Huis en keuken", 1295, 600),
            ("Cadeaupakket Drents landleven", "Huis en keuken", 4495, 2400), ("Honing uit Rolde 450 g", "Huis en keuken", 795, 450), ("Picknickmand riet", "Huis en keuken", 5995, 3450),
            ("Loopfiets beuken", "Kinderen", 7995, 4800), ("Kinderregenpak", "Kinderen", 3995, 2250), ("Kinderlaarsjes groen", "Kinderen", 2495, 1350), ("Verrekijker kind", "Kinderen", 1995, 1050),
            ("Vlindernet met loeppotje", "Kinderen", 1495, 720), ("Kinderzitje achter", "Kinderen", 8995, 5500), ("Speurtocht zwerfkeien", "Kinderen", 1795, 850), ("Fietshelm kind", "Kinderen", 3995, 2250),
            ("Fietspomp staand", "Onderhoud", 3495, 1950), ("Bandenset onbreekbaar", "Onderhoud", 4995, 2900), ("Kettingolie biologisch", "Onderhoud", 1195, 580), ("Reparatieset", "Onderhoud", 1495, 720),
            ("Multitool 18 functies", "Onderhoud", 2995, 1650), ("Fietsverlichting USB", "Onderhoud", 3995, 2250), ("Kettingslot ART2", "Onderhoud", 5995, 3550),
        ),
        start=1001,
    )
)
# What is often taken along: (article, with, chance). Known to the generator, to be found again by whoever looks.
TOGETHER = (
    ("Tent Hunebed 2 personen", "Slaapmat zelfopblazend", 0.45), ("Fietstas Ellert dubbel 46 l", "Stuurtas Hondsrug", 0.35), ("Gasbrander compact", "Kookset titanium", 0.4),
    ("Moestuinbak grenen", "Zaad pluksla", 0.5), ("Kinderregenpak", "Kinderlaarsjes groen", 0.45), ("Bandenset onbreekbaar", "Fietspomp staand", 0.3),
)
SUBJECTS = {
    "maat": ("Maat valt te klein uit", "Verkeerde maat besteld", "Welke maat moet ik nemen?"),
    "levering": ("Waar blijft mijn pakket?", "Pakket niet ontvangen", "Bezorging op ander adres"),
    "defect": ("Artikel kapot aangekomen", "Onderdeel ontbreekt", "Rits laat los"),
    "retour": ("Retour nog niet terugbetaald", "Hoe kan ik retourneren?", "Retourlabel werkt niet"),
    "uitleg": ("Handleiding onduidelijk", "Hoe zet ik dit in elkaar?", "Past dit op mijn fiets?"),
    "korting": ("Kortingscode werkt niet", "Korting vergeten te verrekenen"),
}
PRAISE = {
    "advies": ("Goed advies gekregen over de juiste {thing}.", "Jullie weten echt waar je het over hebt.", "Fijn dat ik kan bellen met iemand die zelf fietst."),
    "kwaliteit": ("De {thing} gaat al jaren mee.", "Degelijke spullen, geen rommel.", "Mooie kwaliteit en eerlijk gemaakt."),
    "dichtbij": ("Een winkel uit de buurt, dat gun ik jullie.", "Leuk dat het uit Drenthe komt.", "Ik koop liever lokaal."),
    "snel": ("Vandaag besteld, morgen in huis.", "Snelle levering en netjes verpakt.", "Altijd op tijd."),
    "prijs": ("De aanbiedingen zijn goed.", "Ik wacht altijd op de kortingsmail.", "Goedkoper dan in de stad."),
    "cadeau": ("Leuk als cadeau, weer eens iets anders.", "Het pakket viel erg in de smaak.", "Mooi ingepakt, dat scheelt mij werk."),
}
COMPLAINTS = {
    "maat": ("De maten vallen klein uit.", "Ik bestel altijd twee maten omdat het nooit klopt.", "Een betere maattabel zou helpen."),
    "uitleg": ("De uitleg bij de {thing} is onduidelijk.", "Ik moest drie keer bellen voordat het werkte.", "Zet eens een filmpje op de site."),
    "verzending": ("Jammer dat een klein pakje zo groot verpakt is.", "De bezorger zet alles bij de buren.", "Graag bezorging in de avond."),
    "prijs": ("Zonder korting is het mij te duur.", "De {thing} was elders goedkoper.", "Vaker een actie graag."),
    "voorraad": ("De {thing} was in mijn maat uitverkocht.", "Te vaak niet op voorraad.", "In het voorjaar zijn de zaden steeds op."),
    "retour": ("Terugbetalen duurde erg lang.", "Retourneren is veel gedoe.", "Het retourlabel printte niet."),
}

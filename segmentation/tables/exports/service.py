"""What do the exports of help desks, sales tools and survey forms look like?

Forms have the questions of their maker as headers: only the columns around them are known, the questions are read like those of any table.
"""

from segmentation.tables.exports.known import Export, parsed

_EXPORTS = """
[zendesk_tickets] tickets 6
source = Zendesk ticket export: Id, Requester, Created at, Solved at, Initially assigned at …, as quoted in public code and documentation
marks = Requester|Aanvrager ; Requester id|Requester ID ; Requester email ; Created at|Aangemaakt op ; Solved at|Opgelost op ; Initially assigned at ; Assigned at ; Satisfaction Score|Tevredenheidsscore ; Group stations ; Assignee stations ; Full resolution time in minutes ; First reply time in minutes ; Resolution time
ticket = Id | ID
customer = Requester id | Requester ID | Requester external id
email = Requester email
name = Requester | Requester name | Aanvrager
opened = Created at | Aangemaakt op
closed = Solved at | Opgelost op
subject = Subject | Onderwerp
status = Status
category = Ticket type | Type
channel = Via | Channel | Kanaal
score = Satisfaction Score | Tevredenheidsscore
text = Summation column

[freshdesk_tickets] tickets 6
source = header list of a Freshdesk ticket export, as written in a public copy of its own tests and in many programs; Freshservice's (Last Updated Time, Survey Result, Requester Name …) as quoted in public code
marks = Ticket ID|Ticket Id ; Created time ; Resolved time ; Closed time ; Last update time|Last updated time ; Initial response time ; Time tracked ; First response time (in hrs) ; Resolution time (in hrs) ; Agent interactions ; Customer interactions ; Resolution status ; First response status
ticket = Ticket ID | Ticket Id
customer = Contact ID
email = Email | Requester Email | Contact email
name = Full name | Requester Name | Contact name
phone = Work phone | Mobile phone
opened = Created time
closed = Resolved time | Closed time
subject = Subject
status = Status
category = Type
channel = Source
minutes = Time tracked
score = Survey results | Survey result
none = Due by Time ; First response status ; Resolution status ; Initial response time

[jira_issues] tickets 5
source = the CSV of Jira as a public importer reads it (linear/linear, JiraCsvImporter: Summary, Issue key, Issue Type, Project key, Status, Priority, Assignee, Created, Description); Issue id, Reporter, Resolved and Time Spent not confirmed
marks = Issue key ; Issue id ; Issue Type ; Project key ; Project name ; Priority ; Assignee ; Reporter ; Resolution ; Resolved ; Summary
ticket = Issue key
subject = Summary
category = Issue Type
status = Status
customer = Reporter
opened = Created
closed = Resolved
minutes = Time Spent
score = Satisfaction rating | Custom field (Satisfaction rating)
text = Description

[hubspot_contacts] customers 6
source = HubSpot default contact properties (knowledge.hubspot.com) as its export names them; the Dutch spellings not confirmed
marks = Record ID|Record-ID|Contact ID ; First Name|Voornaam ; Last Name|Achternaam ; Email|E-mail ; Contact owner|Contacteigenaar ; Lead Status|Leadstatus ; Lifecycle Stage|Levenscyclusfase ; Create Date|Aanmaakdatum|Datum aangemaakt ; Last Activity Date|Datum laatste activiteit ; Primary Associated Company ID|Associated Company ; Marketing contact status ; Original Source|Original Traffic Source
customer = Record ID | Record-ID | Contact ID
first_name = First Name | Voornaam
name = Last Name | Achternaam
email = Email | E-mail
phone = Phone Number | Telefoonnummer | Mobile Phone Number
since = Create Date | Aanmaakdatum | Datum aangemaakt
status = Lifecycle Stage | Levenscyclusfase | Lead Status
channel = Original Source | Original Traffic Source
city = City | Plaats
postcode = Postal Code | Postcode
country = Country/Region | Country | Land/regio
address = Street Address | Adres
sector = Industry | Branche
amount = Total Revenue

[hubspot_companies] customers 5
source = HubSpot default company properties (knowledge.hubspot.com) as its export names them
marks = Record ID|Record-ID ; Company name|Bedrijfsnaam|Company Name ; Company owner|Bedrijfseigenaar ; Create Date|Aanmaakdatum ; Industry|Branche ; Number of Employees|Aantal medewerkers ; Annual Revenue|Jaaromzet ; Last Activity Date ; Company Domain Name|Bedrijfsdomeinnaam ; Lifecycle Stage
customer = Record ID | Record-ID
name = Company name | Bedrijfsnaam | Company Name
phone = Phone Number | Telefoonnummer
since = Create Date | Aanmaakdatum
sector = Industry | Branche
employees = Number of Employees | Aantal medewerkers
firm_turnover = Annual Revenue | Jaaromzet
city = City | Plaats
postcode = Postal Code | Postcode
country = Country/Region | Country | Land/regio
address = Street Address
status = Lifecycle Stage
amount = Total Revenue
channel = Original Source Type | Original Traffic Source

[hubspot_deals] purchases 5
source = HubSpot default deal properties (knowledge.hubspot.com) as its export names them
marks = Record ID|Record-ID ; Deal Name|Dealnaam ; Deal Stage|Dealfase ; Close Date|Sluitingsdatum ; Deal owner|Dealeigenaar ; Amount|Bedrag ; Pipeline ; Associated Company|Gekoppeld bedrijf|Associated Company (Primary) ; Associated Contact|Gekoppelde contactpersoon ; Deal Type
order = Record ID | Record-ID
date = Close Date | Sluitingsdatum
customer = Associated Company IDs (Primary) | Associated Company IDs | Associated Contact IDs | Associated Company (Primary) | Associated Company | Gekoppeld bedrijf | Associated Contact | Gekoppelde contactpersoon
product_name = Deal Name | Dealnaam
amount = Amount in company currency | Amount | Bedrag
status = Deal Stage | Dealfase
category = Deal Type
currency = Currency

[pipedrive_deals] purchases 5
source = header names of a Pipedrive deal export (Deal - Title, Deal - Value …) and of a German one (Deal - Titel, Deal - Wert, Deal - Verlustgrund …), as quoted in public code; the Dutch ones not confirmed
marks = Deal - ID|Deal - Id ; Deal - Title|Deal - Titel ; Deal - Value|Deal - Waarde|Deal - Wert|Deal - Deal value ; Deal - Stage|Deal - Fase ; Deal - Status ; Deal - Organization|Deal - Organisatie|Deal - Organisation ; Deal - Contact person|Deal - Contactpersoon ; Deal - Won time|Deal - Gewonnen op ; Deal - Currency of value|Deal - Currency|Deal - Valuta ; Deal - Pipeline|Deal - Pijplijn ; Deal - Owner|Deal - Eigenaar|Deal - Besitzer
order = Deal - ID | Deal - Id
date = Deal - Won time | Deal - Gewonnen op | Deal - Deal closed on | Deal - Deal created | Deal - Deal created on | Deal - Deal erstellt
customer = Deal - Organization ID | Deal - Organization | Deal - Organisatie | Deal - Organisation | Deal - Contact person | Deal - Contactpersoon
product_name = Deal - Title | Deal - Titel
amount = Deal - Value | Deal - Waarde | Deal - Wert | Deal - Deal value
currency = Deal - Currency of value | Deal - Currency | Deal - Valuta
status = Deal - Status
reason = Deal - Lost reason | Deal - Verliesreden | Deal - Verlustgrund
channel = Deal - Source channel | Deal - Source origin

[pipedrive_people] customers 4
source = header names of a Pipedrive people export (Person - Name …), after those of its deal export in public code
marks = Person - Name|Persoon - Naam ; Person - ID|Persoon - ID ; Person - Email|Person - Email - Work|Persoon - E-mail ; Person - Phone|Person - Phone - Work|Persoon - Telefoon ; Person - Organization|Persoon - Organisatie ; Person - Owner|Persoon - Eigenaar ; Person - Won deals|Person - Closed deals|Person - Open deals ; Person - Person created
customer = Person - ID | Persoon - ID
first_name = Person - First name | Persoon - Voornaam
name = Person - Last name | Persoon - Achternaam | Person - Name | Persoon - Naam
email = Person - Email | Person - Email - Work | Persoon - E-mail
phone = Person - Phone | Person - Phone - Work | Persoon - Telefoon
since = Person - Person created

[pipedrive_organizations] customers 3
source = header names of a Pipedrive organization export (Organization - Name …), after those of its deal export in public code
marks = Organization - Name|Organisatie - Naam ; Organization - ID|Organisatie - ID ; Organization - Address|Organisatie - Adres ; Organization - Owner|Organisatie - Eigenaar ; Organization - Open deals ; Organization - Organization created
customer = Organization - ID | Organisatie - ID
name = Organization - Name | Organisatie - Naam
address = Organization - Address | Organisatie - Adres
since = Organization - Organization created

[typeform] survey 2
source = header names of a Typeform CSV (#, Start Date (UTC), Submit Date (UTC), Network ID), as quoted in public code
marks = Network ID ; Start Date (UTC) ; Submit Date (UTC) ; Stage Date (UTC) ; Response Type
date = Submit Date (UTC) | Stage Date (UTC) | Start Date (UTC)

[surveymonkey] survey 3
source = header line of a SurveyMonkey export (Respondent ID, Collector ID, Start Date, End Date, IP Address …), as quoted in public code; the Dutch spellings not confirmed
marks = Respondent ID|RespondentID|Respondent-ID ; Collector ID|CollectorID|Collector-ID|Verzamelaar-ID ; Custom Data 1|Aangepaste gegevens 1 ; IP Address|IP-adres ; Start Date|StartDate|Begindatum ; End Date|EndDate|Einddatum|Date Modified
customer = Custom Data 1 | Aangepaste gegevens 1 | Respondent ID | RespondentID | Respondent-ID
date = End Date | EndDate | Einddatum | Date Created | Start Date | Begindatum
email = Email Address | EmailAddress | E-mailadres
first_name = First Name | FirstName | Voornaam
name = Last Name | LastName | Achternaam

[qualtrics] survey 5
source = header line of a Qualtrics CSV, and the second line with labels below it, as quoted verbatim in public code of ten hands (StartDate, EndDate, Status, IPAddress, Progress … UserLanguage; Start Date, End Date, Response Type …); together they are read as "StartDate Start Date"
marks = StartDate|StartDate Start Date ; EndDate|EndDate End Date ; IPAddress|IPAddress IP Address ; Progress|Progress Progress ; Duration (in seconds)|Duration (in seconds) Duration (in seconds) ; Finished|Finished Finished ; RecordedDate|RecordedDate Recorded Date ; ResponseId|ResponseId Response ID ; RecipientLastName|RecipientLastName Recipient Last Name ; RecipientEmail|RecipientEmail Recipient Email ; ExternalReference|ExternalReference External Data Reference ; DistributionChannel|DistributionChannel Distribution Channel ; UserLanguage|UserLanguage User Language
date = RecordedDate | RecordedDate Recorded Date | EndDate | EndDate End Date
email = RecipientEmail | RecipientEmail Recipient Email
first_name = RecipientFirstName | RecipientFirstName Recipient First Name
name = RecipientLastName | RecipientLastName Recipient Last Name
channel = DistributionChannel | DistributionChannel Distribution Channel
none = Status ; Status Response Type ; Finished ; Finished Finished ; UserLanguage ; UserLanguage User Language ; User Language ; Progress ; Duration (in seconds) ; LocationLatitude ; LocationLongitude

[google_forms] survey 1
source = Google Forms writes the moment of each answer in a first column called Timestamp or Tijdstempel, then the questions
marks = Tijdstempel|Timestamp
date = Tijdstempel | Timestamp
email = E-mailadres | Email Address | Gebruikersnaam | Username | E-mail Address
"""

_FORMS = frozenset({"typeform", "surveymonkey", "qualtrics", "google_forms"})


def exports() -> tuple[Export, ...]:
    """Every export of this family."""
    return parsed(_EXPORTS)


def is_form(code: str) -> bool:
    """Whether the columns of this export are mostly questions, which are read like those of any table."""
    return code in _FORMS

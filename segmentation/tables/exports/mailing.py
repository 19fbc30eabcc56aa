"""What do the exports of mailing tools look like? Lists of subscribers and reports of campaigns."""

from segmentation.tables.exports.known import Export, parsed

_EXPORTS = """
[mailchimp_audience] customers 5
source = header line of an audience export, as quoted in public code (Email Address, MEMBER_RATING, OPTIN_TIME, LEID, EUID …)
marks = Email Address|E-mailadres ; MEMBER_RATING ; OPTIN_TIME ; OPTIN_IP ; CONFIRM_TIME ; CONFIRM_IP ; LAST_CHANGED ; LEID ; EUID ; GMTOFF
email = Email Address | E-mailadres
first_name = First Name | Voornaam
name = Last Name | Achternaam | Name
phone = Phone Number | Phone | Telefoonnummer
address = Address | Adres
birth_date = Birthday | Verjaardag
score = MEMBER_RATING
since = OPTIN_TIME | CONFIRM_TIME
country = CC | Country
text = NOTES
reason = UNSUB_REASON

[mailchimp_campaigns] campaigns 6
source = Mailchimp help "Download campaign report data", all campaigns
marks = Title|Titel ; Subject|Onderwerp ; Total Recipients|Totaal aantal ontvangers ; Successful Deliveries|Succesvolle bezorgingen ; Soft Bounces ; Hard Bounces ; Unique Opens|Unieke opens ; Unique Clicks|Unieke kliks ; Abuse Complaints|Misbruikklachten ; Times Forwarded ; Total Opens
campaign = Title | Titel | Campaign Name
subject = Subject | Onderwerp
sent = Total Recipients | Totaal aantal ontvangers | Successful Deliveries | Succesvolle bezorgingen
date = Send Date | Verzenddatum
open = Unique Opens | Unieke opens | Total Opens
click = Unique Clicks | Unieke kliks | Total Clicks
bounce = Total Bounces | Hard Bounces
unsubscribe = Unsubscribes | Uitschrijvingen
spam = Abuse Complaints | Misbruikklachten
variant = Campaign Type | Segment
none = List

[mailerlite_subscribers] customers 5
source = the columns Subscriber, Sent, Opens, Clicks, Subscribed and Location as read by public code; the others after MailerLite help "Export subscribers"
marks = Subscriber|Email ; Sent|Emails sent ; Opens|Opened|Opens count ; Clicks|Clicked|Clicks count ; Subscribed|Date subscribed|Subscribe date ; Opt-in IP|Optin IP|Signup IP ; Opt-in date|Optin date|Confirmation date|Opt-in time ; Location ; Unsubscribed|Unsubscribe date
email = Email | Subscriber
first_name = Name | First name
name = Last name
since = Subscribed | Date subscribed | Subscribe date | Opt-in date | Optin date
sent = Sent | Emails sent
open = Opens | Opened | Opens count
click = Clicks | Clicked | Clicks count
city = City
country = Country
phone = Phone
unsubscribe = Unsubscribed | Unsubscribe date
postcode = Zip | ZIP

[mailerlite_campaigns] campaigns 6
source = MailerLite help "Export campaign reports"; spelling of the columns not confirmed by a public file
marks = Campaign name|Name ; Subject ; Total emails sent|Emails sent ; Opens|Opened|Unique opens ; Opens rate|Open rate ; Clicks|Clicked|Unique clicks ; Clicks rate|Click rate ; Unsubscribed|Unsubscribes ; Spam complaints|Spam ; Hard bounces|Hard bounced ; CTOR|Click to open rate
campaign = Campaign name | Name
subject = Subject
sent = Total emails sent | Emails sent
date = Send date | Date sent | Sent at
open = Unique opens | Opens | Opened
click = Unique clicks | Clicks | Clicked
bounce = Hard bounces | Hard bounced
unsubscribe = Unsubscribed | Unsubscribes
spam = Spam complaints | Spam

[activecampaign_contacts] customers 5
source = ActiveCampaign help "Export contacts to CSV"; spelling of the columns not confirmed by a public file
marks = Contact ID|ID|Id ; Email ; Date Created|Created Date|Created ; Organization|Account|Customer Account ; Contact Score|Score|Total Contact Score ; Last Updated|Updated Date ; Tags ; IP Address|IP4|Ip ; Lists|List ; Phone
customer = Contact ID | ID | Id
email = Email
first_name = First Name
name = Last Name
phone = Phone
since = Date Created | Created Date | Created
score = Contact Score | Score | Total Contact Score

[activecampaign_campaigns] campaigns 5
source = ActiveCampaign help "Campaign reports"; spelling of the columns not confirmed by a public file
marks = Campaign Name|Campaign ; Sends|Total Sent|Sent ; Opens|Unique Opens ; Clicks|Link Clicks|Unique Clicks ; Unsubscribes|Unsubs ; Bounces ; Forwards ; Replies ; Campaign Type|Type ; Send Date|Date Sent
campaign = Campaign Name | Campaign
subject = Subject
date = Send Date | Date Sent
sent = Sends | Total Sent | Sent
open = Unique Opens | Opens
click = Unique Clicks | Link Clicks | Clicks
bounce = Bounces
unsubscribe = Unsubscribes | Unsubs
none = Campaign Type ; Type

[klaviyo_profiles] customers 6
source = list of profile columns as quoted in public code (Email Marketing Consent, First Active, Predicted Customer Lifetime Value …)
marks = Klaviyo ID ; Email Marketing Consent ; Email Marketing Consent Timestamp ; First Active ; Last Active ; Profile Created On|Created ; Historic Customer Lifetime Value ; Predicted Customer Lifetime Value ; Average Order Value ; Historic Number Of Orders|Historic Number of Orders ; State / Region
customer = Klaviyo ID
email = Email
first_name = First Name
name = Last Name | Organization
phone = Phone Number
address = Address
city = City
postcode = Zip Code
country = Country
since = Profile Created On | Created | First Active
date = Last Active
amount = Historic Customer Lifetime Value
channel = Source

[klaviyo_campaigns] campaigns 6
source = header line of a Klaviyo campaign export, as quoted in public code
marks = Campaign Name|Campaign Message Name ; Campaign ID|Campaign Message ID ; Send Time|Send Date ; Total Recipients ; Unique Opens ; Unique Clicks ; Unsubscribes|Unique Unsubscribes|Total Unsubscribes ; Spam Complaints ; Bounces ; Campaign Channel|Campaign Message Channel ; Placed Order Value|Revenue|Total Placed Order Value
campaign = Campaign Name | Campaign Message Name
subject = Subject
date = Send Date | Send Time
sent = Successful Deliveries | Total Recipients
open = Unique Opens
click = Unique Clicks
bounce = Bounces
unsubscribe = Unsubscribes | Unique Unsubscribes | Total Unsubscribes
spam = Spam Complaints
variant = Variation Name | Variant Name
none = Tags
channel = Campaign Channel | Campaign Message Channel
amount = Placed Order Value | Total Placed Order Value | Revenue

[klaviyo_sends] campaigns 6
source = header line of another list of campaigns, which the test of a public importer calls Klaviyo's (Name, Subject, Preview Text, Sent On, Sent On (UTC), Sent To, Suppressed From … Opt Outs, SPAM Complaint Rate)
marks = Preview Text ; Sent On ; Sent On (UTC) ; Sent To ; Suppressed From ; Delivery Rate ; CTR ; Click-To-Open Rate ; Opt Outs ; Opt-Out Rate ; SPAM Complaint Rate
campaign = Name | Campaign Name
subject = Subject
date = Sent On | Sent On (UTC)
sent = Delivered | Sent
open = Unique Opens
click = Unique Clicks
bounce = Bounces
unsubscribe = Opt Outs
spam = Spam Complaints
variant = Sent To

[brevo_contacts] customers 4
source = header lines of Brevo (Sendinblue) contacts, as quoted in public code (CONTACT ID, EMAIL, FIRSTNAME, LASTNAME, SMS, LANDLINE_NUMBER, WHATSAPP, INTERESTS; EMAIL, LASTNAME, FIRSTNAME, ADDED_TIME)
marks = CONTACT ID|ID ; EMAIL ; FIRSTNAME|FIRST NAME|VOORNAAM ; LASTNAME|LAST NAME|ACHTERNAAM ; SMS ; WHATSAPP ; DOUBLE_OPT-IN ; OPT_IN ; ADDED_TIME|Date added|Data added ; MODIFIED_TIME|Last changed ; EXT_ID ; LANDLINE_NUMBER ; INTERESTS
customer = EXT_ID | CONTACT ID | ID
email = EMAIL
first_name = FIRSTNAME | FIRST NAME | VOORNAAM
name = LASTNAME | LAST NAME | ACHTERNAAM
phone = SMS | WHATSAPP | LANDLINE_NUMBER
since = ADDED_TIME | Date added | Data added

[brevo_recipients] campaigns 5
source = header line of the recipients of a Brevo campaign, as quoted verbatim in public code (Campaign ID;Campaign Name;Email_ID;Send_Date;Delivered_Date;Open_Date …)
marks = Email_ID ; Send_Date ; Delivered_Date ; Open_Date ; Total Opens ; Total Apple MPP Opens ; Unsubscribe_Date ; Hard_Bounce_Date ; Hard_Bounce_Reason ; Soft_Bounce_Date ; Soft_Bounce_Reason ; Clicked_Links_Count ; Complaint_date ; Click_IP
campaign = Campaign Name | Campaign ID
email = Email_ID
sent = Send_Date | Delivered_Date
date = Delivered_Date
open = Open_Date | Total Opens
click = Clicked_Links_Count
bounce = Hard_Bounce_Date
unsubscribe = Unsubscribe_Date
spam = Complaint_date

[brevo_campaigns] campaigns 6
source = the campaigns of Brevo as read by public code of three hands (Campaign ID, Campaign Name, Sending date, Non delivered, Trackable open rate, Apple MPP Opens, Click-to-Open rate, Unsubscription rate …); the Dutch spellings not confirmed
marks = Campaign name|Campagnenaam ; Subject|Onderwerp ; Recipients|Ontvangers|Sent ; Delivered|Afgeleverd ; Openers|Trackable opens|Unieke openers|Trackable open rate ; Clickers|Unieke klikkers|Unique clicks|Clicked ; Soft bounces|Softbounces ; Hard bounces|Hardbounces ; Unsubscriptions|Unsubscribed|Uitschrijvingen ; Complaints|Klachten ; Sending date ; Non delivered ; Apple MPP Opens ; Click-to-Open rate ; Unsubscription rate ; Complaints rate
campaign = Campaign name | Campagnenaam | Campaign ID
subject = Subject | Onderwerp
date = Sending date | Sent date | Sent on | Verzenddatum
sent = Recipients | Ontvangers | Sent | Delivered | Afgeleverd
open = Openers | Opens | Trackable opens | Unieke openers | Total opens
click = Clickers | Clicked | Unique clicks | Unieke klikkers | Total clicked
bounce = Hard bounces | Hardbounces
unsubscribe = Unsubscriptions | Unsubscribed | Uitschrijvingen
spam = Complaints | Klachten
"""


def exports() -> tuple[Export, ...]:
    """Every export of this family."""
    return parsed(_EXPORTS)

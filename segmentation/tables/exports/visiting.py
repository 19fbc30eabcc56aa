"""What do the exports of visits to a web site look like? One row per visit, or one per event in it."""

from segmentation.tables.exports.known import Export, parsed

_EXPORTS = """
[matomo_visits] visits 6
source = the visits log of Matomo, the names that its own code gives to each visit (matomo-org/matomo, VisitorDetails of the plugins Live, CoreHome, Referrers, DevicesDetection and UserCountry, and the answers kept for its tests)
marks = idVisit ; visitorId ; visitIp ; serverDate ; visitDuration ; visitorType ; visitCount ; referrerType ; referrerTypeName ; referrerName ; deviceType ; operatingSystem ; goalConversions ; daysSinceFirstVisit
visit = idVisit
customer = visitorId
date = serverDate
minutes = visitDuration
channel = referrerTypeName | referrerType
device = deviceType
country = country
city = city
page = entryPageUrl

[ga4_events] visits 5
source = the events of Google Analytics 4 in BigQuery, with the names of a public package that flattens them (Velir/dbt-ga4: event_date_dt, event_name, user_pseudo_id, session_id, device_category, geo_country, event_source, user_source …); ga_session_id and traffic_source_… as Google calls these fields
marks = event_date|event_date_dt ; event_name ; event_timestamp ; user_pseudo_id ; ga_session_id|session_id ; page_location ; device_category ; device_operating_system ; geo_country ; geo_city ; traffic_source_source|event_source|user_source ; traffic_source_medium|event_medium|user_medium
date = event_date | event_date_dt | event_timestamp
customer = user_pseudo_id
visit = ga_session_id | session_id
page = page_location
device = device_category
country = geo_country
city = geo_city
channel = traffic_source_source | event_source | user_source
campaign = traffic_source_name | event_campaign | user_campaign
"""


def exports() -> tuple[Export, ...]:
    """Every export of this family."""
    return parsed(_EXPORTS)

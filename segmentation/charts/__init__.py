"""Results → pictures (`alt.Chart`), the same for the app and for reports. One module per room, one look (`theme`)."""

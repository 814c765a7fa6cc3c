"""From a view to text or bytes, one file a format; an exporter knows no path and no city."""

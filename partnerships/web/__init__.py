"""What all pages share: guards, converters, filters, navigation, saving, error pages."""

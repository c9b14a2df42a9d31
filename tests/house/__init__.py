"""Laws of the code: what holds for every route, template, table, module and message, however many there are."""

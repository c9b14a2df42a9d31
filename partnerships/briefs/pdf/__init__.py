"""HTML to PDF: the only part of the product that knows WeasyPrint, which runs in processes of its own."""

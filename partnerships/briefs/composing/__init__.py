"""From records to the plain values of papers, in one language and for one edition."""

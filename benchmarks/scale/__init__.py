"""An installation of a whole association's size: where its pairs come from, how it is filled, served and asked."""

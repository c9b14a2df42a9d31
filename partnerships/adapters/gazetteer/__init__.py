"""The gazetteer: the world's cities as GeoNames knows them, found by any of their names."""

from partnerships.adapters.gazetteer.gazetteer import Gazetteer
from partnerships.adapters.gazetteer.places import GazetteerPlace
from partnerships.adapters.gazetteer.subdivisions import subdivision_name

__all__ = ["Gazetteer", "GazetteerPlace", "subdivision_name"]

"""Where the demo's facts are known from; each record names the one it rests on."""

from typing import Final

PRESS_RELEASE: Final = "서울특별시 보도자료 2013-10-21 (news.seoul.go.kr/economy/archives/28756)"
CULTURE_ARRANGEMENT: Final = "아시아경제 2014-09-27 (2014092717412186601); english.seoul.go.kr"
PERSONNEL_MOU: Final = "sfkoreanews 2016-09-08"
SEOUL_DAY: Final = "sfkoreanews 2016-09-08; okja.org/29714"
LEE_DIED: Final = "japanese.joins.com 236475"
LUNCHEON: Final = "mapp.koreatimes.com 2020-01-12"
COMMITTEE: Final = "sfseoul.com/about"
BEIJING_1993: Final = "한국경제 1993-10-21 (hankyung.com/article/1993102101631)"
BEIJING_2013: Final = "newswire 690789"
BEIJING_PLENARY: Final = "아주경제 2013-10-31 (20131031083311690)"
BEIJING_2015: Final = "ilyosisa 89327"
MAYOR_2024: Final = "koreaherald 20240731050546"
COUNT_2013: Final = "english.seoul.go.kr (city-policies-by-category)"
COUNT_2017: Final = "mediahub.seoul.go.kr/archives/1092978"
GEONAMES: Final = "GeoNames (CC BY 4.0)"

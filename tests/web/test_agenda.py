"""The public agenda: what was announced, as people and programs read it (issue 6; lab.md TG13, 9)."""

from __future__ import annotations

import re

import vobject
from sqlalchemy import insert

from bot.web.asked import languages
from bot.web.listing import PAGE
from handlers import facts
from storage.database import Database
from storage.tables import confirmations
from tests.handlers.packs import guide
from tests.web.read_pages import linked, titles
from tests.web.site import BASE, NOON, Site, opened

HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


async def test_the_agenda_is_what_was_announced_in_order_month_by_month(site: Site) -> None:
    """Neither a draft nor what is over; dates are in words."""
    site.announce("Janvier", "2027-01-14 18:00")
    site.announce("Décembre", "2026-12-03 08:30")
    site.announce("Brouillon", "2026-12-04 08:30", state="draft")
    site.announce("Hier", "2026-11-30 08:30")
    page = await site.text("/agenda")
    assert titles(page) == ["Décembre", "Janvier"]
    assert re.findall(r"<h2 [^>]*>([^<]*)</h2>", page)[:2] == ["décembre 2026", "janvier 2027"]
    assert "Jeudi 3 décembre 2026, de 8 h 30 à 10 h" in page.replace("\u00a0", " ")
    assert '<time datetime="2026-12-03T08:30:00+01:00">' in page


async def test_a_gathering_says_all_that_decides_whether_one_comes(site: Site) -> None:
    """The place, the price, the access, the stops, the ways to come."""
    said = {"about": "Trois lieux.", "place": "Gare", "commune": "roubaix", "price": "gratuit", "access": "ascenseur"}
    stops = [("2026-12-12 14:00", "Premier lieu"), ("2026-12-12 14:45", "Second lieu")]
    id = site.announce("Visite", "2026-12-12 14:00", texts=said, stops=stops, kind="en_marchant", seats=12)
    site.called("telegram", "essai_bot")
    site.called("matrix", "@essai:example.org")
    page = (await site.text(f"/agenda/{id}")).replace("\u00a0", " ")
    for each in ("Trois lieux.", "Gare, Roubaix", "gratuit", "ascenseur", "12 places en tout", "14 h 45</time> Second"):
        assert each in page
    assert f'href="https://t.me/essai_bot?start=evt_{id}"' in page
    assert 'href="https://matrix.to/#/@essai:example.org"' in page
    assert f"puis écrivez : evt_{id}" in page


async def test_a_registration_elsewhere_takes_the_place_of_ours(site: Site) -> None:
    """One way to sign up, not two that count apart."""
    site.called("telegram", "essai_bot")
    id = site.announce("Forum", texts={"link": "https://forum.example.org/venir"})
    page = await site.text(f"/agenda/{id}")
    assert 'href="https://forum.example.org/venir"' in page
    assert "t.me" not in page


async def test_only_an_address_of_the_web_is_a_link(site: Site) -> None:
    """Whatever an animator, or a calendar taken from elsewhere, gave as a link."""
    for link in ("javascript:alert(1)", "data:text/html,x", "https://[", "http:", "//x.example.org"):
        id = site.announce("Piège", texts={"link": link})
        assert link not in await site.text(f"/agenda/{id}")


async def test_what_people_wrote_is_never_read_as_a_page(site: Site) -> None:
    """In the words of the page, in its title, and in what programs read."""
    texts = dict.fromkeys(("about", "place", "access", "price", "contact"), HOSTILE)
    id = site.announce(HOSTILE, texts=texts, state="cancelled", sequence=1, reason=HOSTILE)
    for path in ("/agenda", f"/agenda/{id}"):
        page = await site.text(path)
        assert "<script>" not in page
        assert "<img" not in page
        assert [each["name"] for each in linked(page)] == [HOSTILE]


async def test_what_is_cancelled_stays_and_says_why(site: Site) -> None:
    """Who comes back to the page must see it; who never heard of it need not."""
    gone = site.announce("Annulée", state="cancelled", sequence=1, reason="La salle est fermée.")
    never = site.announce("Jamais dite", state="cancelled")
    page = await site.text("/agenda")
    assert titles(page) == ["Annulée"]
    assert '<strong class="mark agenda-cancelled">Annulée</strong>' in page
    page = await site.text(f"/agenda/{gone}")
    assert "Cette rencontre est annulée. La salle est fermée." in page
    assert "t.me" not in page
    assert linked(page)[0]["eventStatus"] == "https://schema.org/EventCancelled"
    assert (await site.get(f"/agenda/{never}")).status_code == 404


async def test_what_was_moved_says_so(site: Site) -> None:
    """In words, and to programs."""
    id = site.announce("Déplacée", state="moved", sequence=1)
    page = await site.text(f"/agenda/{id}")
    assert "La date ou le lieu a changé." in page
    assert linked(page)[0]["eventStatus"] == "https://schema.org/EventRescheduled"


async def test_a_full_gathering_is_said_to_be(site: Site) -> None:
    """Seats held, promised elsewhere and taken at the door all count; how many is nobody's business."""
    for aside, walk_ins, held, full in ((0, 0, 2, False), (1, 0, 2, True), (0, 1, 2, True), (0, 0, 3, True)):
        id = site.announce("Petite salle", seats=3, aside=aside, walk_ins=walk_ins)
        site.book(id, held)
        site.book(id, 9, state="waiting")
        assert ("agenda-full" in await site.text(f"/agenda/{id}")) is full


async def test_gatherings_are_filtered_by_network_series_and_month(site: Site) -> None:
    """What lasts over a month's end is in both."""
    site.announce("Un", "2026-12-03 08:30", network="apes", series="petit_dej_apes")
    site.announce("Deux", "2026-12-10 08:30", network="cress")
    site.announce("Trois", "2026-12-30 09:00", minutes=5 * 24 * 60, network="apes", kind="programme")
    for query, found in {
        "network=apes": ["Un", "Trois"],
        "series=petit_dej_apes": ["Un"],
        "month=2026-12": ["Un", "Deux", "Trois"],
        "month=2027-01": ["Trois"],
        "network=cress&month=2027-01": [],
        "network=&month=&unknown=1": ["Un", "Deux", "Trois"],
    }.items():
        assert titles(await site.text(f"/agenda?{query}")) == found, query


async def test_a_long_list_is_read_page_by_page(site: Site) -> None:
    """None is lost, none is shown twice, and the last page is the last."""
    numbers = [site.announce(f"n{n:02}", f"2026-12-{n % 28 + 2:02} 08:30") for n in range(2 * PAGE + 5)]
    seen: list[str] = []
    for page in (1, 2, 3):
        found = titles(await site.text(f"/agenda?page={page}"))
        assert len(found) == (PAGE if page < 3 else 5)
        seen += found
    assert len(set(seen)) == len(numbers)
    assert 'rel="next"' not in await site.text("/agenda?page=3")
    assert (await site.get("/agenda?page=4")).status_code == 404


async def test_a_page_speaks_the_language_of_whoever_reads_it(site: Site) -> None:
    """The address first, then the browser; links keep what was chosen; French words are marked as French."""
    id = site.announce("Trouver un local", network="apes")
    page = await site.text("/agenda", accept_language="nl, en-GB;q=0.8, fr;q=0.5")
    assert '<html lang="en">' in page
    assert 'href="/lieux"' in page
    page = await site.text(f"/agenda/{id}?lang=en", accept_language="fr")
    assert '<html lang="en">' in page
    assert 'href="/lieux?lang=en"' in page
    assert '<h1><span lang="fr">Trouver un local</span></h1>' in page
    assert "Thursday 3 December 2026, 8:30 am to 10:00 am" in page.replace("\u00a0", " ")
    answer = await site.get("/agenda?lang=xx", accept_language="de")
    assert (answer.headers["content-language"], answer.headers["vary"]) == ("fr", "Accept-Language")


async def test_the_title_of_a_series_is_translated_with_the_pack(site: Site) -> None:
    """What the pack wrote has a translation; what an animator wrote has not."""
    series = site.app.guide.pack.gatherings.series_by_id["petit_dej_apes"]
    site.announce(series.title, network="apes", series=series.id)
    page = await site.text("/agenda?lang=en")
    assert titles(page) == [site.app.guide.wording.say("en", f"series-{series.id}")]
    assert titles(page) != [series.title]


async def test_programs_read_the_same_as_people(site: Site) -> None:
    """schema.org: the hour with its offset in winter and in summer, the place, who organises."""
    texts = {"place": "Gare", "address": "1 place de la Gare", "commune": "roubaix", "about": "On parle."}
    site.announce("Hiver", "2026-12-03 08:30", texts=texts, network="apes", seats=30)
    id = site.announce("Été", "2027-07-01 08:30", network="apes")
    winter, summer = linked(await site.text("/agenda"))
    assert winter == {
        "@type": "Event",
        "name": "Hiver",
        "startDate": "2026-12-03T08:30:00+01:00",
        "endDate": "2026-12-03T10:00:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Gare",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "1 place de la Gare",
                "addressLocality": "Roubaix",
            },
        },
        "organizer": {"@type": "Organization", "name": site.app.guide.pack.territory.networks[0].name},
        "description": "On parle.",
        "maximumAttendeeCapacity": 30,
        "url": f"{BASE}/agenda/1",
    }
    assert (summer["startDate"], summer["url"]) == ("2027-07-01T08:30:00+02:00", f"{BASE}/agenda/{id}")


async def test_a_calendar_can_be_followed_whole_by_network_by_series_or_alone(site: Site) -> None:
    """Each is read by another library; what was cancelled is still there, crossed out; a draft is not."""
    one = site.announce("Un", "2026-12-03 08:30", network="apes", series="petit_dej_apes")
    site.announce("Deux", "2026-12-10 08:30", network="apes", state="cancelled", sequence=1)
    site.announce("Trois", "2026-12-17 08:30", network="cress")
    site.announce("Brouillon", "2026-12-18 08:30", network="cress", state="draft")
    for path, found in {
        "/agenda.ics": ["Un", "Deux", "Trois"],
        "/agenda/apes.ics": ["Un", "Deux"],
        "/agenda/cress.ics": ["Trois"],
        "/agenda/petit_dej_apes.ics": ["Un"],
        f"/agenda/{one}.ics": ["Un"],
    }.items():
        answer = await site.get(path)
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
        calendar = vobject.readOne(answer.text)
        assert [event.summary.value for event in calendar.vevent_list] == found, path
    states = [each.status.value for each in vobject.readOne((await site.get("/agenda/apes.ics")).text).vevent_list]
    assert states == ["CONFIRMED", "CANCELLED"]


async def test_the_places_are_those_of_the_pack_with_their_source(site: Site) -> None:
    """Each with its address, its access, when it was read, and whether it is still to be checked."""
    page = await site.text("/lieux")
    places = site.app.guide.pack.places.resources
    assert sorted(re.findall(r'<h3 id="place-([^"]*)"', page)) == sorted(place.id for place in places)
    assert page.count("Relu le 1er novembre 2026. (à vérifier)") == len(places)


async def test_a_place_that_its_network_confirmed_is_no_longer_to_be_checked(site: Site) -> None:
    """The page says what the conversation says."""
    place = next(each for each in site.app.guide.pack.places.resources if each.network)
    row = {"fact": f"r.{place.id}.0", "digest": facts.digest(place), "at": NOON, "network": place.network}
    with site.database.write() as connection:
        connection.execute(insert(confirmations).values(row))
    page = await site.text("/lieux")
    assert page.count("(à vérifier)") == len(site.app.guide.pack.places.resources) - 1


async def test_another_territory_has_its_own_pages(lasting_database: Database) -> None:
    """Its zone, its words, its only language, and no choice among one."""
    async with opened(lasting_database, "exemple") as site:
        site.announce("Veillée", "2026-12-10 18:00", kind="veillee", texts={"commune": "sablegrand"})
        page = await site.text("/agenda?lang=en", accept_language="en")
        assert '<html lang="fr">' in page
        assert '<time datetime="2026-12-10T18:00:00+04:00">' in page
        assert "Sablegrand" in page
        assert "hreflang" not in page.partition("<body>")[2]


async def test_a_language_of_courtesy_is_offered_where_the_pages_are_written_in_it(site: Site) -> None:
    """Its links keep it; what networks wrote keeps its own language; a browser that asks for it gets it."""
    id = site.announce("Un", texts={"price": "Gratuit"})
    page = (await site.get("/agenda?lang=ar")).text
    assert '<html lang="ar" dir="rtl">' in page
    assert "جدول اللقاءات" in page
    assert f'href="/agenda/{id}?lang=ar"' in page
    assert 'hreflang="ar"' in (await site.get("/agenda")).text
    asked = await site.get("/agenda", accept_language="ar-DZ,fr;q=0.5")
    assert '<html lang="ar" dir="rtl">' in asked.text
    one = (await site.get(f"/agenda/{id}?lang=ar")).text
    assert '<span lang="fr">Gratuit</span>' in one
    assert languages(guide("exemple").pack) == ("fr",)

### The public pages, in English. The comment above a sentence is the mark of the French one it translates.

# fr b987e69b
agenda-title = What is on
# fr 0fdf485f
agenda-short = Agenda
# fr 44334b62
agenda-places = Places
# fr d6a12288
agenda-places-title = Places to go
# fr 4d1606f6
agenda-skip = Skip to the content
# fr 9046da16
agenda-pages = Pages
# fr 2d259f09
agenda-languages = Languages
# fr e0c3cd21
agenda-about = Gatherings open to everybody: { $site }.
# fr 5d6712a9
agenda-about-places = Places to ask, to work or to meet: { $site }.

# fr aff99faf
agenda-access-mi = wheelchair access

# fr 876752ed
agenda-access-hi = for deaf or hard of hearing people

# fr 03a537f4
agenda-access-vi = for blind or partially sighted people

# fr bceaac61
agenda-access-pi = for people with a psychological disability

# fr 5552657e
agenda-access-ii = for people with a learning disability
# fr ca5329ff
agenda-of = Gatherings: { $what }
# fr 7ea8bf92
agenda-none = No gathering is announced here for now.
# fr c036eb3d
agenda-all = See all gatherings
# fr bff190d8
agenda-count =
    { $count ->
        [one] One gathering announced.
       *[other] { $count } gatherings announced.
    }
# fr b9210030
agenda-choose = Choose gatherings
# fr b5f96c04
agenda-network = Network
# fr 30841dad
agenda-any-network = All networks
# fr 709ceef6
agenda-month = Month
# fr 435e6c5c
agenda-any-month = From today on
# fr e5adbe81
agenda-show = Show
# fr f534e64e
agenda-page = Page { $page } of { $pages }
# fr 10733e78
agenda-next = Next page
# fr 0301d410
agenda-previous = Previous page
# fr 76f3e651
agenda-turn = Other pages of the list
# fr 2f7ea849
agenda-cancelled = Cancelled
# fr 1c324c18
agenda-moved = Moved
# fr 7392885b
agenda-full = Full
# fr 13ecee2c
agenda-over = Over
# fr 4c079530
agenda-reserved = For members only
# fr 1214bd64
agenda-when = When
# fr 709bfa46
agenda-where = Where
# fr 5eb140c5
agenda-by = Organised by
# fr 1c5fe030
agenda-stops = Stops
# fr ad64b73f
agenda-access = Access
# fr 389d01db
agenda-needs = People come here to
# fr eb76cb74
agenda-full-waits = No seat is left. You can ask to be on the waiting list.
# fr 0a2a69d7
agenda-cancelled-says = This gathering is cancelled.
# fr 188aad9b
agenda-moved-says = The date or the place has changed. Read on with care.
# fr a0750062
agenda-over-says = This gathering is over.
# fr 643d1919
agenda-come = To come
# fr 4fab9394
agenda-come-link = Sign up on the organiser's site:
# fr 53f0767c
agenda-come-bot = Say “I am coming” in the conversation, wherever you like:
# fr b526aaab
agenda-come-type = then write: { $word }
# fr 1ffbd105
agenda-come-series = All the dates of:
# fr 2033eb30
agenda-come-network = All the gatherings of:
# fr 8426b7da
agenda-calendar = In your calendar
# fr fa233c7b
agenda-calendar-one = Add to my calendar (file)
# fr e3da122d
agenda-calendar-all = Follow these gatherings in my calendar (file)
# fr dd7e4032
agenda-more = See also
# fr 19eaa04f
agenda-calendar-how = Give this address to your calendar. It will follow the changes.
# fr ef3e9ee8
agenda-nothing-kept = This page keeps nothing about you.
# fr 6ed2223d
agenda-missing-title = Page not found
# fr e47b8ac0
agenda-missing = This page does not exist, or this gathering was over long ago.
# fr d222c49d
agenda-refused-title = Not possible
# fr 56d9c91d
agenda-refused = This page can be read, and no more.
# fr 31e94b26
agenda-away-title = Come back in a moment
# fr 7061c704
agenda-away = The agenda does not answer just now. Try again in a minute.

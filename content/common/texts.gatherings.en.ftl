### Gatherings, in English. The comment above a sentence is the mark of the French one.

# fr 926a73ca
gathering-start = { $day } at { $hour }
# fr eda47fca
gathering-when = { $day }, { $from } to { $to }
# fr 3f1cd269
gathering-days = from { $first } to { $last }
# fr 782b7a4f
gathering-line = { $start }: { $title }{ $place }
# fr a1b3a803
gathering-line-place = { " " }({ $place })
# fr 08838b2d
gathering-mark-cancelled = (cancelled)
# fr 96b8b594
gathering-mark-moved = (moved)
# fr a7075de7
gathering-stop = { $number }. { $said }
# fr 5b4172dd
gathering-on-foot = { $minutes } min on foot
# fr e5b9ed0c
gathering-cancelled = This gathering is cancelled. { $reason }
# fr e9830b1d
gathering-said = { $topic }: { $said }
# fr bfc5a8c3
gathering-link = To sign up: { $link }
# fr 28686564
gathering-seats =
    { $seats ->
        [one] One seat in all
       *[other] { $seats } seats in all
    }
# fr fd0320af
gathering-by = Organised by: { $network }
# fr 386f8dd6
gathering-topic-title = title
# fr 9bac3c60
gathering-topic-about = theme
# fr 064768b9
gathering-topic-place = place
# fr 192b69d3
gathering-topic-address = address
# fr 020e6ef8
gathering-topic-meeting_point = meeting point
# fr 21d99998
gathering-topic-commune = commune
# fr 45fb665d
gathering-topic-price = price
# fr 1ae18881
gathering-topic-link = sign-up page
# fr 2ef49a12
gathering-topic-audience = for whom
# fr 2c4d3f66
gathering-topic-topics = topics
# fr c613c24d
gathering-topic-access = access
# fr 2bcdb4aa
gathering-topic-languages = languages
# fr 093e7d5f
gathering-topic-contact = contact
# fr 63e6ce93
gathering-topic-distance = distance
# fr 6c83e57c
gathering-topic-pace = pace
# fr ac8c88c1
gathering-topic-toilets = toilets
# fr a4a97a9d
gathering-topic-rain_plan = if it rains
# fr 34d1e91b
gathering-topic-joining_late = joining later
# fr 5bfdcbdc
gathering-topic-end_point = end point
# fr 0e87632c
gathering-topic-when = date
# fr a48fcb71
gathering-topic-seats = seats
# fr 7fe42883
gathering-topic-stops = stops
# fr 055567dc
gathering-topic-what = kind of gathering
# fr ed2c1c46
gathering-topic-network = network
# fr 4ed85855
lexicon-day-0 = today | tonight | this evening
# fr 8d87f747
lexicon-day-1 = tomorrow
# fr a909a209
lexicon-day-2 = the day after tomorrow
# fr 529cbc8f
lexicon-yesterday = yesterday
# fr e0092e43
lexicon-before-yesterday = the day before yesterday
# fr 95f6145a
lexicon-inexact = first | second | third | fourth | last | month
# fr afc6d726
lexicon-following = next
# fr 4b3e17b8
lexicon-noon = noon | midday
# fr 92c17ef4
words-organiser = organise | organize | my network's gatherings | manage gatherings
# fr 34012884
words-nouvelle_rencontre = new gathering | create a gathering | new event
# fr 149154fa
gatherings-open = Create or change my gatherings
# fr 485f4ed0
gatherings-mine = The gatherings of your network:
# fr 056ee534
gatherings-none = Your network has no gathering ahead.
# fr bec793d4
gatherings-line = • { $line }
# fr 621a922a
gatherings-button = { $title }, { $start }
# fr 52c0d622
gatherings-more = See more
# fr 08e9d12f
gatherings-new = Create a gathering
# fr c609606b
gatherings-paste = Paste a text
# fr b3715666
gatherings-again = Make one again at another date
# fr 74db22c5
gatherings-which = Which one do you want to make again? I will only ask for the date.
# fr d4a29040
gatherings-no-earlier = There is no gathering to make again yet.
# fr ac6bab31
gathering-mark-draft = (not published)
# fr 0ba3c1e9
gathering-is-draft = Nobody sees it yet.
# fr 8ba9f0f8
gathering-numbers =
    { $held ->
        [0] Nobody has signed up yet.
        [one] One seat is taken.
       *[other] { $held } seats are taken.
    }{ $waiting ->
        [0] { "" }
        [one] { " " }One person waits.
       *[other] { " " }{ $waiting } people wait.
    }{ $aside ->
        [0] { "" }
       *[other] { " " }Kept elsewhere: { $aside }.
    }
# fr 692ed0e1
gathering-code = Code to give on the spot: { $code }
# fr 42e37604
gathering-edit = Change
# fr 6200f525
gathering-read-again = Read again and publish
# fr 248b3bba
gathering-move = Change the date
# fr b3715666
gathering-copy = Make it again at another date
# fr 5533f5ff
gathering-poster = Make a poster
# fr 7cf96af3
gathering-drop = Erase this draft
# fr 6eec1ba5
gathering-cancel = Cancel the gathering
# fr c4ec4daf
gathering-dropped = It is erased. Nobody had seen it.
# fr 9a182869
gathering-closed = This gathering is over or cancelled. It changes no more.
# fr 3fc79826
gathering-gone = This gathering does not exist any more.
# fr ecf35cf7
gathering-begun = You have begun a gathering. Do you want to go on with it?
# fr ddd91320
gathering-resume = Go on
# fr d4d27e9b
gathering-anew = Start from scratch
# fr 522a8b06
gathering-why = People read this to decide whether to come. Nothing is published before you agree.
# fr 72a266d8
gathering-ask-what = Which gathering do you want to announce?
# fr ff9cc7d6
gathering-ask-network = For which network?
# fr 7dda9ec5
gathering-ask-title = What is its title?
# fr 5ded4ef8
gathering-ask-when = Which day, at what time?
# fr e1886e4d
gathering-help-when = For example: Thursday 3 December 8:30 to 10:00
# fr 1f13ba3c
gathering-ask-place = Where?
# fr 38184f5e
gathering-help-place = For example: Village hall, 3 High Street, then the commune.
# fr 27993d0d
gathering-ask-commune = In which commune?
# fr d50300d8
gathering-ask-stops = What are the stops? One a line: the hour, the place, the walk, the access.
# fr 4b070dbb
gathering-help-stops = For example: 14:00 Village hall, 15 min on foot, steps
# fr e9989057
gathering-ask-seats = How many seats?
# fr 74d78b5d
gathering-help-seats = A number, like “30 seats”. Or the address of the page where people sign up.
# fr 5c731f22
gathering-ask-price = At what price?
# fr ee2f5697
gathering-ask-access = How does one get in? Steps, lift, hearing loop, sign language, pram?
# fr 452ba649
gathering-ask-other = What should be written? ({ $topic })
# fr e265c451
gathering-skip-seats = No limit
# fr 1fc70c34
gathering-skip-price = Free
# fr 6fce4372
gathering-skip-access = I do not know yet
# fr 62b397ad
gathering-skip-other = Say nothing
# fr 991c9d63
gathering-free = free
# fr 97bc68b1
gathering-what-unknown = I do not know this kind of gathering.
# fr effe1a3c
gathering-commune-unknown = I do not know this commune.
# fr f00e830c
when-unread = I did not understand the date. Write for example: 3 December, 8:30.
# fr a81b863c
when-no-day = The day is missing. Write for example: 3 December, 8:30.
# fr 72bd9615
when-no-hour = { $day }: at what time?
# fr c5928dd6
when-impossible = This day does not exist: { $said }
# fr 609cb8eb
when-no-such-hour = This time does not exist: { $said }
# fr 40bc1f65
when-many = There are too many dates or times. Write a beginning and an end.
# fr 80446141
when-weekday = The day and the date do not match: it is { $day }. Write the date again.
# fr 2cbe8566
when-past = This date is already over: { $day }
# fr 38ec7bdc
when-far = This is more than a year ahead: { $day }. Choose a nearer date.
# fr f9839c4c
when-end-before = The end is before the beginning. Write both times again.
# fr 52f15365
when-skipped = That night clocks change: this time does not exist. Try { $hour }.
# fr fc08e57e
when-which = Which date do you mean?
# fr 46717445
when-sure = It is far ahead. Is it really this date?
# fr e328d231
seats-unread = I did not understand. Write a number, like 30.
# fr 1f481c75
seats-few = At least one seat is needed. For no limit, choose “No limit”.
# fr a7f8fca3
seats-many = It is too many: { $most } seats at most. For no limit, choose “No limit”.
# fr ba950d6a
seats-none-noted = Noted: no limit.
# fr caa17259
link-unread = This is not the address of a page. For example: https://example.org/sign-up
# fr ccedf003
stops-noted =
    { $count ->
        [one] Noted: one stop.
       *[other] Noted: { $count } stops.
    }
# fr 76bdf4fc
stops-before-start = The first stop is before the beginning. Correct the stops, or the time it begins.
# fr 8938b477
stop-no-hour = the time is missing (“{ $said }”)
# fr a0889c26
stop-no-hour-at-all = Write one stop a line, beginning with the time.
# fr 0f5492c5
stop-hour = this time does not exist (“{ $said }”)
# fr 64e757a7
stop-no-place = the place is missing (“{ $said }”)
# fr bf6b6e25
stop-long = the name of the place is too long (“{ $said }”)
# fr 9468243f
stop-far = the walk is too long (“{ $said }”)
# fr 874f0cad
stop-before = this stop is not after the one before (“{ $said }”)
# fr 8bfc762c
stop-many = { $most } stops at most
# fr 9a6bda8c
lines-mistake = Line { $line }: { $reason }
# fr 949402d2
lines-unknown = I do not know this line (“{ $said }”)
# fr 425ae2c0
lines-several = it may be read in several ways. Say more.
# fr 9058b30e
lines-cut = Your text is cut: I read { $most } characters at most. Send the rest.
# fr 71ceb564
lines-read =
    { $count ->
        [one] I read one line.
       *[other] I read { $count } fields.
    }
# fr bc12e966
gathering-paste =
    Paste the lines of the gathering, each with its name. For example:
    Kind: Breakfast
    Title: Finding premises
    Date: Thursday 3 December 8:30 to 10:00
    Place: Village hall, 3 High Street, then the commune
    Seats: 30
    For a walk, add one line a stop. For example:
    14:00 Village hall, 15 min on foot, steps
# fr 73c37a7d
gathering-paste-unread = I know none of these lines.
# fr 889953fa
gathering-paste-no = Paste nothing
# fr 58ce2b2a
gathering-preview = This is what people will read:
# fr 03b0f3c2
gathering-review-how = Is it right? To correct or add, write for example “Theme: finding premises”.
# fr d1e5426d
gathering-publish = Publish
# fr 71dc7487
gathering-save = Save
# fr 429d8351
gathering-change = Correct or add
# fr c108d7a5
gathering-keep = Keep without publishing
# fr f488c800
gathering-give-up = Give up
# fr 1ab743e1
gathering-leave = Change nothing
# fr 1362e768
gathering-which = What do you want to correct or add?
# fr ab959cdf
gathering-which-more = Something else
# fr 1fe3f9f4
gathering-published =
    It is published.
    { $line }
# fr 59703774
gathering-kept =
    It is kept, and not published.
    { $line }
# fr f8bcdf87
gathering-saved =
    It is saved.
    { $line }
# fr 8b8766f9
gathering-moves-told =
    { $count ->
        [0] Nobody has signed up: nobody will be told.
        [one] The person who signed up will be told. This is what they will read:
       *[other] The { $count } people who signed up will be told. This is what they will read:
    }
# fr 72bb3e98
gathering-not-yours = This gathering belongs to a network that you do not animate.
# fr ae5de6a7
gathering-twice = This gathering exists already: { $line }. Choose another date.
# fr 679eeca7
gathering-changed-meanwhile = Someone else of your network has just changed it. Their changes stay, yours are not written.
# fr 96a63c95
gathering-cancelled-meanwhile = Someone else of your network has just cancelled it: { $line }
# fr b00b635d
gathering-quit = Do you want to leave this form? Nothing is published or cancelled for now.
# fr 8443be86
gathering-quit-yes = Leave and erase it all
# fr 113653c5
says-gathering-quit = cancel the gathering | cancel this gathering | cancel my gathering | cancel the event | cancel the form | leave the form | quit the form | give up the gathering
# fr db777eca
gathering-cancel-why = { $line }. Why is it cancelled? Those who signed up will read it.
# fr c1e079f3
gathering-no-reason = No reason
# fr 2279fa59
gathering-cancel-no = Do not cancel
# fr be2330af
gathering-cancel-sure =
    { $count ->
        [0] Nobody has signed up. This is what will be shown:
        [one] One person will be told. This is what they will read:
       *[other] { $count } people will be told. This is what they will read:
    }
# fr fee741d1
gathering-cancel-yes = Yes, cancel the gathering
# fr fda2ad94
gathering-not-cancelled = Nothing is cancelled.
# fr 66ac02b8
gathering-is-cancelled =
    It is cancelled.
    { $line }
# fr a7ef57a9
clash-intro = To know before you publish:
# fr 0f193c2c
clash-holiday = { $day } is a public holiday.
# fr 55a89183
clash-bridge = { $day } is a bridge day: many people do not work.
# fr db5af86f
clash-other = The same half-day, { $network } holds: { $line }
# fr c81e8d4d
lines-what = kind | series | type
# fr 2e639073
lines-title = title | name
# fr fd6cda35
lines-when = date | when | day
# fr 5cb29af9
lines-hour = hour | time | times
# fr d9657f3d
lines-place = place | where | room | venue
# fr 192b69d3
lines-address = address
# fr 714972e4
lines-commune = commune | city | town
# fr 2441697c
lines-stops = stops | stop
# fr 795631df
lines-seats = seats | capacity
# fr 6136de7e
lines-price = price | fee
# fr baac2f1f
lines-access = access | accessibility
# fr c591db19
lines-about = theme | description | about
# fr 031b5d48
lines-meeting_point = meeting point | start point
# fr ca9c0025
lines-audience = audience | for whom
# fr 25f295b8
lines-topics = topics | keywords
# fr ee2de5cc
lines-languages = language | languages
# fr 093e7d5f
lines-contact = contact
# fr de7c41cb
lines-link = registration | sign-up | link
# fr 63e6ce93
lines-distance = distance
# fr 6c83e57c
lines-pace = pace
# fr ac8c88c1
lines-toilets = toilets
# fr f8df1758
lines-rain_plan = rain | if it rains | rain plan
# fr 8eac406d
lines-joining_late = joining late | joining later
# fr 8c41d7c6
lines-end_point = end point | end of the walk
# fr fb88c81c
says-gathering-publish = yes | publish | save | ok
# fr 1e24e4ff
says-gathering-change = correct | change | add
# fr 348d0af8
says-gathering-keep = keep | draft | later
# fr 1b9a76c0
says-gathering-cancel = cancel | give up | no
# fr 23d1d99e
journal-gathering-publish = gathering published
# fr ac9f4903
journal-gathering-change = gathering changed
# fr bce5aecc
journal-gathering-draft = gathering kept without publishing
# fr 507d71ac
journal-gathering-drop = draft of a gathering erased
# fr 19c7af46
journal-gathering-cancel = gathering cancelled

# fr 91fbc47d
gathering-example-access = For example: “two steps, no lift”.

# fr c2a00da6
gathering-example-title = For example: “Breakfast for projects”.

# fr 8e57ee1d
gathering-example-price = For example: “free”, or “5 euros”.

# fr 6f748ab9
gathering-example-languages = For example: “French and Arabic”.

### Meeting other members, in English. The comment above a sentence is the mark of the French one it translates.

# fr d5f62b3c
words-rencontrer = meet | meet someone | meet people | find someone | look for someone | directory | introduction

# fr 97059d9a
words-cherche = i am looking for | i look for help | ask for help

# fr 4656a381
words-propose = i offer | i offer my help | offer my help

# fr 1661303d
words-demandes = my requests | my introductions | my conversations | my messages

# fr 29d73088
words-blocages = my blocks | blocks | blocked people

# fr 45a56ba1
words-signalements = reports | the reports

# fr f6207d9a
meeting-not-member = To meet members, join a community first.

# fr 6570b573
meeting-not-yet = The community has not answered your request yet. After that, you can meet its members.

# fr 3ffb123f
meeting-muted = The animators have paused your part in the community. To talk about it, write "human".

# fr 9e3933cd
meeting-stopped = You stopped the messages of the community. To meet members, say yes again.

# fr 1f225d66
meeting-community = See the communities

# fr a445fae8
meeting-menu = Who would you like to meet?

# fr 58b630ba
meeting-by-offers = I look for help

# fr d69c2e49
meeting-by-seeks = I offer my help

# fr 22e5a155
meeting-by-domains = Search by activity

# fr 8b050711
meeting-by-etape = Search by stage

# fr a4975449
meeting-by-commune = Search by town

# fr 6bb43069
meeting-by-all = See everybody

# fr c09000c2
meeting-mine-button = See my requests

# fr 1fcdcbb2
meeting-which-offers = What are you looking for?

# fr 8a688768
meeting-which-seeks = What do you offer?

# fr 43cdc9b0
meeting-which-domains = Which activity?

# fr 2e6739a8
meeting-which-etape = Which stage of the project?

# fr 9c6e1e5a
meeting-where = Which town? Write its name.

# fr effe1a3c
meeting-where-unknown = I do not know this town.

# fr 0b0674e2
meeting-otherwise = Search another way

# fr 03b4c004
meeting-again = Look for someone

# fr 52c0d622
meeting-more = See more

# fr 0ee56a1d
meeting-see = See { $who }

# fr d405bfdf
meeting-none = Nobody for now. Your card also helps others find you: you can complete it.

# fr f2f97acf
meeting-complete = See my member card

# fr 83576baf
meeting-found =
    { $count ->
        [one] Here is one person.
       *[other] Here are { $count } people.
    }

# fr e4fcafa2
meeting-nobody = This person is no longer in the directory.

# fr ecc9b670
meeting-someone = someone

# fr 415ab983
meeting-ask = Ask to get in touch

# fr d6e7ab01
meeting-hidden = Your card is hidden. The other person would not know who asks. First show your card to members.

# fr e53e7fb0
meeting-already-open = You are already in touch.

# fr fd19b369
meeting-already-asked = You already asked. The answer can take { $days } days.

# fr 26e8b6ae
meeting-too-soon = You already asked this person. You can ask again from { $day }.

# fr 755d3789
meeting-enough = You can ask { $most } times at most in { $days } days. You can ask again from { $day }.

# fr aa97f69c
meeting-note = Write a short note for { $who }, { $most } characters at most. Nothing about your health, your papers or your money.

# fr 3d8e86e4
meeting-note-long = Your note has { $count } characters. The limit is { $most }. Please make it shorter.

# fr 77096740
meeting-no-note = Add nothing

# fr 46ad3916
meeting-cancel = Cancel

# fr 5c2fc368
meeting-cancelled = Cancelled. Nothing was sent.

# fr 0f5e9497
meeting-confirm = This is what { $who } will read:

# fr 642583f3
meeting-send = Send the request

# fr 3d4c0b1d
meeting-rewrite = Change the note

# fr fcfc0428
meeting-asked = { $who } would like to get in touch with you. You are in the same community.

# fr f58b0edb
meeting-asked-note = Their note: "{ $note }"

# fr 952559ab
meeting-asked-end = Answer if you like. If you say no, this person will not know. Without an answer, the request closes in { $days } days.

# fr 9b30280f
meeting-sent =
    Sent to { $who }. The answer can take { $days } days. { $left ->
        [0] It was your last request for { $days } days.
        [one] You have one request left for { $days } days.
       *[other] You have { $left } requests left for { $days } days.
    }

# fr e3e72c6b
meeting-sent-morning =
    I will send your request to { $who } tomorrow morning. The answer can take { $days } days. { $left ->
        [0] It was your last request for { $days } days.
        [one] You have one request left for { $days } days.
       *[other] You have { $left } requests left for { $days } days.
    }

# fr 3e2fccc7
meeting-take-back = Take my request back

# fr e1110991
meeting-taken-back = Done. Your request is closed.

# fr 4b46363b
meeting-button-yes = Say yes

# fr 46894c01
meeting-button-no = Say no

# fr 537b1553
meeting-button-signal = Report

# fr 9ab0cc6b
meeting-button-stop = Receive nothing more from this person

# fr 05af8039
meeting-button-write = Reply

# fr bac7227e
meeting-button-close = Close the conversation

# fr 03b4c004
meeting-button-again = Look for someone

# fr a7d0e7ba
meeting-open = Done. You and { $who } can write to each other. I pass the messages on. Your number and your address stay hidden.

# fr e2ac839b
meeting-accepted = { $who } said yes. You can write to each other. I pass the messages on. Your number and your address stay hidden.

# fr 698620c4
meeting-declined = Noted. I tell this person nothing.

# fr 24f399db
meeting-ended = This request or conversation is already closed.

# fr 692c22ff
meeting-write = Write to { $who }

# fr f85e7485
meeting-write-again = Write again

# fr 9d10f308
meeting-words-ask = Write your message for { $who }. I pass it on as it is.

# fr 8a6166f0
meeting-words-long = Your message is too long. The limit is { $most } characters.

# fr 832d2ba1
meeting-words =
    { $who } writes to you:
    "{ $text }"

# fr 453f5c7b
meeting-passed = Passed on to { $who }.

# fr d093f615
meeting-passed-morning = I will pass your message on to { $who } tomorrow morning.

# fr 9744eb4c
meeting-not-passed = This conversation is closed. I passed no message on.

# fr 871bb713
meeting-first-answer = Before you write, say yes or no to the request.

# fr a21926fc
meeting-closed-mine = The conversation is closed. The other person will know. I do not tell them why.

# fr f4d1462a
meeting-unanswered = Your request of { $day } got no answer. It is closed. Nobody is judged: people answer when they can.

# fr 8a46a066
meeting-left = A request to meet, of { $day }, got no answer. It is closed. You have nothing to do.

# fr 40b925ef
meeting-gone = A request to meet, of { $day }, is closed. You have nothing to do.

# fr 6835e4d8
meeting-quiet = Nobody has written for { $days } days. Your conversation of { $day } is closed.

# fr bfc7d9c4
meeting-over = This conversation is closed. It began on { $day }.

# fr 5bd67b0b
meeting-mine = Your requests and conversations:

# fr eeee8da2
meeting-mine-none = You have no request open.

# fr 9f436d28
meeting-mine-open = • With { $who }, since { $day }.

# fr 326bb3a3
meeting-mine-asked = • You wait for the answer of { $who }, since { $day }.

# fr da6cedcd
meeting-mine-waits = • { $who } waits for your answer, since { $day }.

# fr cc05201f
meeting-mine-do-write = Write: { $who }

# fr f1dc55e1
meeting-mine-do-close = Close: { $who }

# fr c0a61b9b
meeting-mine-do-back = Take my request back: { $who }

# fr 47c85d61
meeting-mine-do-yes = Say yes: { $who }

# fr 2b2a89ae
meeting-mine-do-no = Say no: { $who }

# fr b0cf6366
meeting-mine-named = { $who } ({ $day })

# fr 0a91acd0
meeting-stopped-other = Done. You receive nothing more from this person. They will not know.

# fr 9a9fd0c1
meeting-you-refuse = You chose to receive nothing from this person. So this conversation is closed.

# fr cdf27580
meeting-blocks-button = See my blocks

# fr 7c525ed2
meeting-blocks =
    { $count ->
        [one] You receive nothing more from one person:
       *[other] You receive nothing more from { $count } people:
    }

# fr f1e9619b
meeting-blocks-none = You have blocked nobody.

# fr 7e3e5492
meeting-unblock = Unblock: { $who } ({ $day })

# fr 5d978c6b
meeting-unblocked = Done. You can receive from this person again. Nothing starts again by itself.

# fr 16131dc0
meeting-report = The animators of the community will read this text:

# fr 70b71491
meeting-report-no-text = (I no longer have this text. The animators will only know that there is a report.)

# fr a73b2595
meeting-report-end = This person can no longer write to you. They will not know that you reported them.

# fr 26186bbc
meeting-report-yes = Send to the animators

# fr 3dea3a58
meeting-report-cancelled = Cancelled. Nothing is reported.

# fr c69d4c33
meeting-reported = Reported. You receive nothing more from this person. If you are in danger, call 17 or 112.

# fr 874bf1d2
report-waits = A report is waiting. To read it, write "reports".

# fr abf83416
report-waits-alone = A report is waiting. Nobody animates this network here: invite someone.

# fr 6ed87726
report-one =
    { $community }. Report of { $day }. { $count ->
        [one] It is the only one waiting.
       *[other] { $count } are waiting in all.
    }

# fr abe1ba4f
report-no-text = The text is erased.

# fr 45acddea
report-close = Close without follow-up

# fr 45e9b0aa
report-thank = Close and thank

# fr 3c09ac35
report-mute = Pause this person

# fr 45eff0c9
report-next = See the next one

# fr b7ec506f
report-others = See the others

# fr 58d10097
report-first = Back to the first one

# fr 70043afb
report-none = No report is waiting.

# fr b41ac986
report-last = There is none after this one.

# fr 53659835
report-gone = This report is already dealt with.

# fr 5af39ae2
report-done-close = Closed. The text is erased.

# fr 1b0008f0
report-done-thank = Closed. The text is erased. I thank the person who reported.

# fr 03bf5273
report-done-mute = Done. This person can no longer write to members. The text is erased.

# fr ee0ec972
report-answer = The animators have read your report. Thank you for it.

# fr b627885d
report-muted-told = The animators paused your part. { $community }: you can no longer write to members. To talk about it, write "human".

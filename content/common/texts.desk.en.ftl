### The desk of those who hold a role, in English. The comment above a sentence is the mark of the French one.

# fr 228d144a
words-fiche = my card | my cards | network card | network cards | read my card again
# fr f0d43df3
words-inviter = invite | invite an animator | invite someone | invite an agent | give a role
# fr c73e22bf
words-roles_donnes = roles given | the roles given | all roles | who has a role | take a role back | see the roles given
# fr 26fd69c4
words-journal = log | journal | the journal | see the journal
# fr 54e07056
words-corrections = corrections | the corrections | see the corrections
# fr fea1b313
role-open = See my roles
# fr d89e9a71
role-words-animator =
    For your network: to do, my card, broadcast, to check, members, reports.
    For your gatherings: organise, new gathering, who comes, poster, running late.
# fr 0baea5cd
role-words-animator-alone =
    For your network: to do, my card, broadcast.
    For your gatherings: organise, new gathering, who comes, poster, running late.
# fr 1e314665
role-words-agent-checks = For the public authority: summary, yearly report, to do, note an appointment, to check, members.
# fr 5565bcaa
role-words-agent-alone = For the public authority: summary, yearly report, to do, note an appointment.
# fr 87771847
role-words-agent =
    For the public authority: summary, yearly report, to do, note an appointment.
    For the community: new laureate, to check, members.
# fr d803520b
role-words-admin = To administer: summary, yearly report, invite, roles given, corrections, journal, alerts.
# fr c1bb3489
role-lost = This part is no longer open to you. What you were writing is not kept.
# fr c21ef179
role-used = A code has just been used. It gives this role: { $role }. If it was not planned, take it back.
# fr 2793920f
role-taken = Your role is taken back: { $role }. A question? Write “human”.
# fr 6d50422b
granting-open = Invite a person
# fr 14ce575a
granting-role = For which role?
# fr e6c2d663
granting-animator = Animate a network
# fr 325d444e
granting-agent = Act for the public authority
# fr 51db7a8d
granting-admin = Administer
# fr ff9cc7d6
granting-network = For which network?
# fr 7f5b029e
granting-code =
    Here is the code: { $code }
    It gives this role: { $role }.
    It works once, within { $hours } hours. The person writes it alone, here, in private.
    Copy it now. I will not show it again.
# fr 06f53ea7
granting-list-open = See the roles given
# fr 8c954d7e
granting-list = The roles given, by number. I show no name.
# fr a6d20b5d
granting-line = • Role { $number }: { $role }, since { $day }{ $own }
# fr 23db9070
granting-own = { " " }(you)
# fr 09df386c
granting-take = Take role { $number } back
# fr 52c0d622
granting-more = See more
# fr 3b7ca1e1
granting-sure = Take role { $number } ({ $role }) back? It is immediate. The person will be told.
# fr 9e0b6cf7
granting-take-yes = Yes, take this role back
# fr 6bef22b8
granting-take-no = No, change nothing
# fr ffe28ded
granting-taken = Done. Role { $number } ({ $role }) is taken back.
# fr c5a89135
granting-last = This is the only administration. Invite another person first.
# fr 4b4ffbe7
granting-gone = This role no longer exists, or it is already taken back.
# fr c59b6659
journal-open = Read the journal
# fr de421321
journal-intro = The last uses of a role. No name is kept.
# fr 8c57de16
journal-none = The journal is empty.
# fr 529c06b8
journal-line = • { $day }, { $hour }, { $who }: { $what }{ $count }
# fr 3b3ac83e
journal-number = role { $number }
# fr 86b6dad4
journal-server = the server
# fr a905aa4d
journal-someone = a role
# fr 814f2ecb
journal-count = { " " }({ $count } lines)
# fr bddeebd1
journal-more = See older ones
# fr 26540901
journal-invite-animator = code made to animate
# fr fa661976
journal-invite-agent = code made for the public authority
# fr 2f1981ee
journal-invite-admin = code made to administer
# fr b21a079b
journal-redeem = code used
# fr d00e488a
journal-link = role linked to another messenger
# fr 53d2d15d
journal-revoke-roles-animator = animator role taken back
# fr 6fd264cb
journal-revoke-roles-agent = agent role taken back
# fr 691dd719
journal-revoke-roles-admin = administrator role taken back
# fr 719b1cee
journal-revoke-codes-animator = animator code taken back
# fr e2528caa
journal-revoke-codes-agent = agent code taken back
# fr 40d26c49
journal-revoke-codes-admin = administrator code taken back
# fr cb31220a
journal-alertes = alerts changed
# fr 79c66d7a
journal-confirm = card said to be right
# fr d001104a
journal-correct = correction proposed
# fr 5530b3f9
journal-accept-correction = correction accepted
# fr f083db62
journal-refuse-correction = correction refused
# fr 9afa25a1
journal-read-roles = roles given, read
# fr 9fdd5eac
journal-read-journal = journal read
# fr 72f4e9bc
journal-check-read = request to enter read
# fr 4c73f179
journal-check-accept = request to enter accepted
# fr f3ddb032
journal-check-refuse-short = request refused, card too short
# fr 7673ebb5
journal-check-refuse-elsewhere = request refused, project elsewhere
# fr 5078b09e
journal-check-refuse-none = request refused, no project
# fr f15059ff
journal-check-refuse-unproved = request refused, project not checked
# fr f69eb5ac
journal-members-list = list of members read
# fr e45ddd47
journal-member-read = card of a member read
# fr e96481d9
journal-member-mute = member paused
# fr 03bf1a74
journal-member-lift = pause of a member lifted
# fr 9de71199
journal-report-read = report read
# fr fc056baa
journal-report-close = report closed
# fr 975f7e58
journal-report-thank = report closed, with thanks
# fr 00e87018
journal-report-mute = report closed, member paused
# fr 42e91def
journal-laureate-code = laureate code made
# fr 82325f81
journal-laureates-import = list of laureates added
# fr 0c6030f1
journal-laureates-code = laureate code made again
# fr f65a124e
journal-laureates-revoke = laureate project taken back
# fr f57876f5
journal-laureates-code-revoke = laureate code taken back
# fr b83e8714
journal-enable-room = group allowed
# fr 81a42e0b
journal-erase-person = person erased
# fr 9c9c5efe
journal-journal-swept = lines over a year old erased
# fr 4714d606
desk-checks = See the requests to check
# fr 8cf6cb12
desk-members = See the members
# fr e61059ff
desk-reports = Read the reports
# fr b648abe8
desk-laureate = Add a laureate
# fr bcdcecff
desk-open = Read my card again
# fr 0420ecca
desk-cards = Here is what I say of your network. Choose a card to read again.
# fr 2a7ef252
desk-none = I say nothing of your network yet. For a card, write “human”.
# fr 77cd2189
desk-network = { $network }
# fr 31984d75
desk-place = { $name } (the place)
# fr 8c0882fb
desk-card-line =
    { $count ->
        [0] • { $title }: all is up to date
        [one] • { $title }: 1 point to check
       *[other] • { $title }: { $count } points to check
    }
# fr c24c6de3
desk-card = The card “{ $name }”, as people read it:
# fr 851bf9a3
desk-point =
    Point { $number }. { $said }
    Read again on { $date }{ $mark }.
# fr 354c7899
desk-part-card-gives = { $said }
# fr 11208998
desk-part-card-for-whom = For whom: { $said }
# fr 783390b9
desk-part-card-conditions = Conditions: { $said }
# fr 8d733c1b
desk-part-card-say = When you arrive, say: “{ $said }”
# fr fef3fe80
desk-part-card-with-others = Goes well with: { $said }
# fr 354c7899
desk-part-step-text = { $said }
# fr 354c7899
desk-part-step-address = { $said }
# fr 354c7899
desk-part-place-text = { $said }
# fr f5034999
desk-part-place-access = Access: { $said }
# fr 354c7899
desk-part-place-address = { $said }
# fr 0bacccac
desk-part-card-gives-label = What it brings
# fr a0160527
desk-part-card-for-whom-label = For whom
# fr 97d4be89
desk-part-card-conditions-label = Conditions
# fr 2498865d
desk-part-card-say-label = What to say when arriving
# fr 7c857146
desk-part-card-with-others-label = Goes well with
# fr ed1947a2
desk-part-step-text-label = Point { $number }, the sentence
# fr 25005502
desk-part-step-address-label = Point { $number }, the address
# fr d9cf3acd
desk-part-place-text-label = The presentation
# fr 83632681
desk-part-place-access-label = The access
# fr 4f1d2a32
desk-part-place-address-label = The address
# fr cd355ce5
desk-waiting =
    { $count ->
        [one] One correction waits for the administration.
       *[other] { $count } corrections wait for the administration.
    }
# fr 48690ca0
desk-exact = It is still right
# fr 0e138dbf
desk-exact-all = All of it is still right
# fr 9f69b317
desk-exact-one = Point { $number } is right
# fr 52ef659f
desk-change = Correct a sentence
# fr 6edc947f
desk-others = See my cards
# fr 76c986ff
desk-again = See this card again
# fr 32be650c
desk-back = Back to the card
# fr 18cfb6af
desk-confirmed = Thank you. Point { $number } is up to date. The mark “to be checked” is gone.
# fr b4ad1537
desk-confirmed-all = Thank you. The whole card is up to date. The mark “to be checked” is gone.
# fr 236b70ca
desk-changed = This card has changed since. Please read it again.
# fr f8429590
desk-which = Which sentence do you want to correct?
# fr fce30629
desk-write =
    The sentence of today, in French:
    “{ $said }”
    Write the whole new sentence, in French. { $most } characters at most.
    To change nothing, write “cancel”.
# fr 4269e72e
desk-write-why = The administration will read both sentences, then say yes or no.
# fr 1ab743e1
desk-cancel = Change nothing
# fr 6b207158
desk-cancel-says = cancel | leave | back | no
# fr d7b281c0
desk-send = Send the correction
# fr 956b97cb
desk-send-says = send | yes | ok
# fr b4cc27ad
desk-rewrite-says = rewrite | start again | another sentence
# fr 715faf18
desk-rewrite = Write it otherwise
# fr 8bd87c34
desk-same = This is the same sentence as today.
# fr b0b7965e
desk-review =
    Before: “{ $before }”
    After: “{ $after }”
# fr 9b2aac88
desk-review-ask = Do you want to send this correction?
# fr 0c621561
desk-advice = Advice: { $said }
# fr 256d0c36
desk-changed-meanwhile = The sentence of today changed meanwhile. Please read it again.
# fr beba0976
desk-lost = This sentence is no longer in the guide. Nothing is sent.
# fr 19aaf58f
desk-sent = Sent. Nothing changes before the administration agrees. I will tell you its answer.
# fr 8607e586
advice-long = a sentence has { $count } words (“{ $start }…”). Aim at 15 words.
# fr a7a9cd22
advice-too-long = a sentence has { $count } words (“{ $start }…”). Over 20, it will be refused.
# fr 766971fa
advice-acronym = the acronym “{ $acronym }” is not explained in the guide. Write it in full.
# fr f091a0c2
advice-contact = a telephone or an e-mail is written. The guide publishes none.
# fr fbeaa68e
correction-waits = A correction waits for your answer. It comes from this network: { $network }.
# fr 77b198af
corrections-open = See the corrections
# fr 32f375f1
corrections-none = No correction waits.
# fr 64040087
corrections-count =
    { $count ->
        [one] One correction waits.
       *[other] { $count } corrections wait. Here is the oldest.
    }
# fr 2245b901
corrections-about = { $network }. Card “{ $card }”. Sentence: { $part }.
# fr 381bc167
corrections-stale = The sentence of the guide has changed since. This correction cannot be used.
# fr 8393b7bd
corrections-accept = Accept
# fr 283348d0
corrections-refuse = Refuse
# fr 94e58813
corrections-next = See the next one
# fr d25652ea
corrections-accepted =
    Accepted. The guide does not change yet.
    On the server, run: boussole pack corrections
# fr a2bd0123
corrections-why = Why refuse? Write a simple sentence. The network will read it. { $most } characters at most. To leave, write “cancel”.
# fr 6a746ba0
corrections-refused = Refused. The network is told.
# fr 490c15cd
corrections-settled = This correction already has its answer.
# fr 37024c9d
correction-accepted =
    Your correction of the card “{ $card }” is accepted. Thank you.
    It will be seen when the guide is next updated.
# fr bebd8c30
correction-refused =
    Your correction of the card “{ $card }” is not kept.
    Here is why: { $reason }

### The Telegram menu of each role.

# fr 78e34ac2
telegram-menu-animator =
    my_roles - See my roles
    my_card - Read my card again
    to_check - Requests to check
    members - See the members
    reports - Read the reports
# fr c2952c5d
telegram-menu-agent =
    my_roles - See my roles
    laureat - Add a laureate
    to_check - Requests to check
    members - See the members
# fr 8a2e8916
telegram-menu-admin =
    my_roles - See my roles
    invite - Give a role
    roles_given - See the roles given
    corrections - Read the corrections
    journal - Read the journal
    alerts - Be told of failures

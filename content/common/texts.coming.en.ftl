### Coming to gatherings, in English. The comment above a sentence is the mark of the French one it translates.

# fr fed02f80
words-mes_rencontres = my gatherings | my events | my bookings | where i go

# fr 2bdc8ae6
words-viens = i am coming | i come | i'm coming | we are coming | sign me up | count me in

# fr 2d2e3419
words-viens_plus = i am not coming | i'm not coming | i can't come | i cannot come | cancel my seat | not coming

# fr e75957b3
words-nous_sommes = we are | we will be | there are | i come with

# fr 836ed51b
words-etape = stage | at stop | late | running late | minutes late | min late | the group is

# fr 7a4c78d8
words-present = i am here | i'm here | here i am | we are here

# fr 2c0272ea
words-qui_vient = who comes | who is coming | attendees | attendance

# fr 35be61dc
says-coming-people = people | persons | person | seats | seat | of | us

# fr 4417292c
says-coming-small = in | at | near | by | next | to

# fr c7cdf8c0
menu-gatherings = Gatherings to come

# fr 27996412
coming-list = Here are the next gatherings.

# fr 5b358dce
coming-see = See: { $title }

# fr 52c0d622
coming-more = See more

# fr c036eb3d
coming-all = See all gatherings

# fr c33f50ec
coming-others = See other gatherings

# fr 41949fb0
coming-none = I know of no gathering to come. These networks can tell you more.

# fr 63207657
coming-none-there = I know of no gathering to come there.

# fr 3782bdd3
coming-unknown-filter = I do not know this town or this network.

# fr 2a613497
coming-map = Map: { $link }

# fr a4856403
coming-free =
    { $free ->
        [one] One seat is left.
       *[other] { $free } seats are left.
    }

# fr 1a232515
coming-full =
    { $waiting ->
        [0] It is full. You can wait for a seat.
        [one] It is full. One request waits for a seat.
       *[other] It is full. { $waiting } requests wait for a seat.
    }

# fr a6dd2839
coming-queue = Few seats are left, and people wait already. Say "I am coming": I look for you.

# fr 7704039e
coming-over = This gathering is over.

# fr a904d4a6
coming-link-unknown = I cannot find this gathering.

# fr 33da121f
coming-yes = I am coming

# fr bdd3fe6b
coming-yes-again = I am coming after all

# fr 2e681af2
coming-wait = Wait for a seat

# fr 0c58ad45
coming-many = There are several of us

# fr f3d6b11f
coming-no = I am not coming any more

# fr 535e36fe
coming-walk = Join or leave on the way

# fr 2166488b
coming-for-list = My name, my access needs

# fr b4b60db4
coming-ics = Add it to my calendar

# fr ea7327b1
coming-ics-said = Here is the file. Open it with your calendar.

# fr c1d36e60
coming-noted =
    { $seats ->
        [one] Noted: you are coming.
       *[other] Noted: { $seats } of you are coming.
    }

# fr e0b10815
coming-kept = I remember your seat. I erase everything { $days } days after.

# fr e653f7e6
coming-already =
    { $seats ->
        [one] You are already on the list.
       *[other] You are already on the list, { $seats } of you.
    }

# fr d5c0a4c5
coming-seats-changed =
    { $seats ->
        [one] Changed: I keep one seat.
       *[other] Changed: { $seats } of you are coming.
    }

# fr 80d2a075
coming-no-more =
    { $free ->
        [0] There is no other free seat.
        [one] Only one seat is left, or others wait for it.
       *[other] Only { $free } seats are left, or others wait for them.
    } { $seats ->
        [one] I keep yours.
       *[other] I keep your { $seats } seats.
    }

# fr 28e9b106
coming-how-many = { $title }: how many are you in all? More than 6? Write for instance "we are 8". { $most } at most.

# fr 358689e7
coming-people =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }

# fr 118eee5e
coming-most = I can keep 1 to { $most } seats. For a larger group, write "human".

# fr a8c7ead6
coming-too-many =
    { $room ->
        [0] There is no seat here through Boussole.
        [one] There is only one seat in all.
       *[other] The room has { $room } seats. That is too few for your group.
    }

# fr 98bc6e8e
coming-link = You sign up elsewhere, here: { $link }

# fr cbebdb46
coming-cancelled = Cancelled: { $title }. { $reason }

# fr 0ee18ecd
coming-begun = { $title }: it has begun. You can come: the team welcomes you if there is room.

# fr 3b49be04
coming-too-late = It is over: { $title }.

# fr 3d668a3c
coming-left = Noted: you are not coming any more. Thank you for saying so. { $title }

# fr 262d0c50
coming-left-line = Noted: you do not wait for a seat any more. { $title }

# fr 436933bd
coming-not-there = You are not on the list: { $title }.

# fr cb420a02
coming-you-seated =
    { $seats ->
        [one] You are coming.
       *[other] { $seats } of you are coming.
    }

# fr 05e0f4cb
coming-you-offered = A free seat waits for you: answer soon.

# fr 4ec3063b
coming-you-waiting = You wait for a seat: number { $place } on the list.

# fr a0e4a65a
coming-you-wait = You wait for a seat.

# fr cdd83d92
coming-mine = Here are your gatherings.

# fr b2ff1dd2
coming-which = Which gathering do you mean?

# fr ee537fe3
coming-mine-none = You have no gathering planned.

# fr 3e73eee4
coming-mine-button = My gatherings

# fr cb420a02
coming-mine-seated =
    { $seats ->
        [one] You are coming.
       *[other] { $seats } of you are coming.
    }

# fr a0e4a65a
coming-mine-waiting = You wait for a seat.

# fr 93f5c1e8
coming-mine-offered = A seat is offered to you.

# fr b30481f7
coming-drop = I am not coming any more: { $title }

# fr 42d37eca
coming-drop-line = Stop waiting: { $title }

# fr 97c8a9ab
coming-line =
    { $seats ->
        [one] It is full: { $title }. You wait for a seat, number { $place } on the list.
       *[other] It is full: { $title }. You wait for { $seats } seats, number { $place } on the list.
    }

# fr 8527a38b
coming-line-rule = I write to you if a seat comes free. You will then have 24 hours to answer.

# fr 2a1d6b6f
coming-line-rush = If a seat comes free, I write to the whole list. The first answer has it.

# fr 2f83ccde
coming-leave-line = Stop waiting

# fr b5247cb7
coming-offer =
    { $seats ->
        [one] A seat is free: { $title }, { $day } at { $hour }.
       *[other] Your { $seats } seats are free: { $title }, { $day } at { $hour }.
    }

# fr 0d29fab8
coming-offer-until = It is kept for you until { $until }, { $until_hour }. Then it goes to someone else.

# fr 18904333
coming-offer-first = I write to everyone who waits. The first answer has it.

# fr 00a9ef0b
coming-offer-last = This is my last offer for this gathering.

# fr e1ccac6d
coming-offer-less =
    { $seats ->
        [one] Only one seat is kept for you. Do you want it?
       *[other] { $seats } seats are kept for you. Do you want them?
    }

# fr 40d55f3b
coming-offer-gone = This offer is over.

# fr 9dc937ea
coming-offer-taken = Someone else answered before you.

# fr 56d9570b
coming-enough-offers = It is full. I have offered you a seat { $most } times already. Come back and look: a seat may come free.

# fr 60d04577
stop-lines = • The free seats that I offer you: you do not wait for a seat any more.

# fr 4bdc15b5
coming-take-button = I take the seat

# fr bf4059d9
coming-see-again = See the gathering again

# fr 877db80e
coming-list-about = The team that organises reads this list. It is erased { $days } days after.

# fr bef60783
coming-list-name = Your name on the list: { $name }.

# fr 7aaa28fe
coming-list-no-name = You are on the list without a name.

# fr d964d70a
coming-list-needs = Your needs: { $needs }.

# fr d217efc3
coming-name-add = Add a name

# fr 70147d47
coming-name-change = Change the name

# fr 823f961e
coming-name-remove = Remove the name

# fr 762867e0
coming-name-ask = Which name for the list? A first name is enough. { $most } characters at most.

# fr 74ed6565
coming-name-cancel = Put no name

# fr 14abf4fc
coming-name-long = It is { $most } characters at most.

# fr 6ce4da22
coming-name-kept = Noted. On the list: { $name }.

# fr cbcd6b06
coming-name-gone = Done: your name is not on the list any more.

# fr 4bae3cfb
coming-name-cancelled = All right. I add no name.

# fr a8136758
coming-need-yes = I need: { $need }

# fr 6d8b3ffa
coming-need-no = Remove: { $need }

# fr 94bbe2f7
coming-need-kept = Noted. The team will read it.

# fr e2a966f3
coming-need-gone = It is removed.

# fr 5dadc664
coming-need-steps = a way in without steps

# fr c80955c0
coming-need-seat = a chair

# fr afecb5d9
coming-need-loop = a hearing loop

# fr aa1dbae0
coming-need-sign = sign language

# fr fd219ad3
coming-need-pram = room for a pram

# fr 79b2946d
coming-follow = Follow these gatherings

# fr 67fe5850
coming-unfollow = Stop following

# fr 04843d3d
coming-followed = Noted. I write to you when a date is announced: { $what }.

# fr 72aae0b5
coming-unfollowed = All right. I do not write new dates to you any more: { $what }.

# fr cd7f4d02
coming-not-followed = All right. I only write to you about gatherings that you come to.

# fr 6acd2960
coming-joins-start = You leave with the group.

# fr 2cbb99e3
coming-joins-at = You join the group at stop { $number }.

# fr 66d768c6
coming-parts-end = You stay until the end.

# fr 4dd3d1e2
coming-parts-at = You leave at stop { $number }.

# fr 36f2f98e
coming-join-start = Leave with the group

# fr cfa9397f
coming-join = Join at stop { $number }: { $place }

# fr bc1e2341
coming-part-end = Stay until the end

# fr 3b64e665
coming-part = Leave at stop { $number }: { $place }

# fr 47e55c5f
coming-joined = Noted.

# fr ce092da5
coming-joined-waiting = Noted. You still wait for a seat.

# fr e33a8def
coming-stop-passed = The group has passed this stop. Choose another one.

# fr 3dda4462
walk-at = { $title }: the group is at stop { $number }, { $place }.

# fr adc66fa4
walk-late = Late by { $minutes } minutes.

# fr 362954fc
walk-on-time = The group is on time.

# fr d248c879
walk-yours = Your stop is number { $number }: { $place }, at about { $hour }.

# fr 6ae2cb9e
walk-yours-now = This is your stop.

# fr 33473e12
walk-ask = At which stop is the group?

# fr 9937c545
walk-ask-late = Stop { $number }: how late?

# fr ef8c8e18
walk-button = Stop { $number }: { $place }

# fr 6d750242
walk-late-button = { $minutes } minutes late

# fr 63646cb0
walk-on-time-button = On time

# fr 74485fe0
walk-said =
    { $count ->
        [0] Noted: stop { $number }, { $place }. Nobody waits further on.
        [one] Noted: stop { $number }, { $place }. I write to the person who waits further on.
       *[other] Noted: stop { $number }, { $place }. I write to the { $count } people who wait further on.
    }

# fr 7adc7052
walk-known = That is already noted for stop { $number }.

# fr 78f686de
walk-no-stop = There is no stop { $number }. There are { $count }.

# fr c5247452
walk-not-on = This walk is not going on now.

# fr 1d55aeb1
walk-none = No walk of your network is on now.

# fr 07043d7b
walk-which = You have several walks going on. Which one do you mean?

# fr a0a15853
walk-late-much = A delay is { $most } minutes at most. Beyond that, cancel the walk.

# fr 750fb190
there-welcome = Welcome! Noted: you are here. { $title }

# fr 7a287ade
there-after = Noted: you were there. { $title }

# fr 983320c5
there-already = That was noted already: { $title }.

# fr 023bf8b9
there-type-code = Type the code shown at the door. It has 4 characters.

# fr 907d7f71
there-unknown = This code opens no gathering right now. Look closely at the 4 characters.

# fr 9ea43644
there-which = You come to several gatherings right now. Type the code shown at the door.

# fr 4519f5d5
door-all = See who comes to my gatherings

# fr 444345b8
walk-stop-gone = { $title }: the stop “{ $place }” is gone.

# fr 5a82a0fc
walk-stop-gone-start = Your place is kept, at the start, at { $hour }. You can choose another stop.

# fr ccb24bab
door-open = { $title }

# fr e4511bb8
door-open-here = Who is coming?

# fr 485f4ed0
door-which = The gatherings of your network:

# fr 400fd959
door-none = Your network has no gathering for now.

# fr 9ee5d2f5
door-others = My other gatherings

# fr 6361103c
door-back = Back to the gathering

# fr cfe76ba3
door-coming =
    { $count ->
        [0] Nobody has said "I am coming" yet.
        [one] One person is coming.
       *[other] { $count } people are coming.
    }

# fr 99828a96
door-waiting =
    { $count ->
        [one] One request waits for a seat.
       *[other] { $count } requests wait for a seat.
    }

# fr 91f43701
door-aside =
    { $count ->
        [one] One seat is promised elsewhere.
       *[other] { $count } seats are promised elsewhere.
    }

# fr c28bfaa3
door-free =
    { $free ->
        [0] No free seat.
        [one] One free seat.
       *[other] { $free } free seats.
    }

# fr 7b4ff882
door-there =
    { $count ->
        [0] Nobody is noted as present yet.
        [one] One person is there.
       *[other] { $count } people are there, { $walk_ins } of them not signed up.
    }

# fr bdbd4ae8
door-code = Code to show at the door: { $code }

# fr d421d617
door-list = Read the list

# fr 6fb06d71
door-file = The sheet and the file

# fr ef04a0bd
door-file-said = Here is the list. These names are entrusted to you: erase the file { $days } days after. This reading is written in the journal.

# fr 093354ee
door-count = Count at the door

# fr 4211a612
door-reserve = Seats promised elsewhere

# fr 9dc3e722
door-paste = Note who was there

# fr c75c481d
door-walk = Say where the group is

# fr 371aa3e6
door-page = People { $first } to { $last }, of { $count }. This reading is written in the journal.

# fr 219bd78d
door-nobody = The list ends here.

# fr 9f7c21e3
door-no-name = no name

# fr 4bbccc77
door-line =
    { $seats ->
        [one] { $number }. { $name }
       *[other] { $number }. { $name }, { $seats } seats
    }

# fr 7b5d6f78
door-joins = joins at stop { $number }

# fr b0de6774
door-parts = leaves at stop { $number }

# fr 57cde2be
door-is-there = is there

# fr bda25022
door-ask-walk-ins = How many people came without signing up here? Noted: { $count }. Write the total, or "+3".

# fr 7a9de46f
door-ask-aside = How many seats are promised elsewhere? Noted: { $count }. Write the total.

# fr cc5de807
door-ask-paste = Paste the list of those present, one person a line. Write their number on the list, or their name.

# fr 1ab743e1
door-cancel = Change nothing

# fr 155248a0
door-plus = + { $count }

# fr 62e157b3
door-number = Write a number from 0 to { $most }.

# fr 7231f8e0
door-walk-ins-kept =
    { $count ->
        [0] Noted: nobody came without signing up.
        [one] Noted: one person came without signing up.
       *[other] Noted: { $count } people came without signing up.
    }

# fr 10193f2b
door-aside-kept =
    { $count ->
        [0] Noted: no seat is promised elsewhere.
        [one] Noted: one seat is promised elsewhere.
       *[other] Noted: { $count } seats are promised elsewhere.
    }

# fr b2c0c735
door-aside-over =
    { $over ->
        [one] Careful: one seat is missing. Those who signed up keep theirs.
       *[other] Careful: { $over } seats are missing. Those who signed up keep theirs.
    }

# fr 9002b60b
door-pasted =
    { $count ->
        [0] I recognised nobody.
        [one] One person is noted as present.
       *[other] { $count } people are noted as present.
    }

# fr 4d2a62a8
door-unknown = Line { $line }: "{ $said }" is not on the list.

# fr 87caeb59
door-twice = Line { $line }: several people are called "{ $said }". Write the number.

# fr e868cbfe
door-more-wrong = And { $count } more lines are not recognised.

# fr c9f581c4
door-unknown-how = Did someone come without signing up? Tap "Count at the door".

# fr 57143676
door-cut = Your message was too long. Paste the rest in another message.

# fr d67159c5
kept-bookings =
    { $count ->
        [one] • One gathering that you come to, or wait for.
       *[other] • { $count } gatherings that you come to, or wait for.
    }

# fr a9ca38b7
kept-follows =
    { $count ->
        [one] • One series of gatherings that you follow.
       *[other] • { $count } series of gatherings that you follow.
    }

# fr a7e5fa27
export-bookings = The gatherings that you come to

# fr b5a4df81
export-follows = What you follow

# fr f1e85310
journal-list-read = list of who comes read

# fr 035ee5f6
journal-list-download = list of who comes downloaded

# fr 878679ee
journal-door-walk_ins = people counted at the door

# fr 791a8e41
journal-door-aside = seats promised elsewhere

# fr ced0c58b
journal-door-paste = list of who was there pasted

# fr bd3d0e69
journal-walk-told = walkers told

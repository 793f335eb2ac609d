### Reminders, changes, the weekly digest, the question afterwards. The comment above a sentence is the mark of the French one.

# fr d631dca2
words-rappels = reminders | my reminders | choose my reminders | fewer reminders | fewer messages | what i follow

# fr 703856c5
words-suivre = follow | i want to follow | i would like to follow

# fr 62858b89
words-ne_plus_suivre = unfollow | stop following | i do not want to follow

# fr 4eef0b7e
says-follow-small = réseau | rencontres | les | des | du | de | network | gatherings | of

## The day and the hour

# fr 926a73ca
reminder-when = { $day } at { $hour }

# fr e73f0ad4
reminder-when-line = When: { $when }.

# fr 575e4a16
reminder-where = Where: { $where }.

# fr 6d74164c
reminder-meeting-point = Meeting point: { $said }.

# fr ba679a6e
reminder-access = Access: { $said }.

# fr 51da1286
reminder-rain-plan = If it rains: { $said }.

# fr 9e9d6a55
reminder-price = Price: { $said }.

## The reminder

# fr 2e4721aa
reminder-title = Reminder: { $title }

# fr 8a76c6f5
reminder-late = This reminder comes late, sorry. { $title }

# fr 0018f651
reminder-seats = You are { $seats }.

# fr fd52d305
reminder-less = Fewer messages: write “reminders”. None at all: “stop”.

# fr f3d6b11f
reminder-no = I am not coming any more

# fr acac65b0
reminder-tomorrow = Tell me again tomorrow

# fr 2e18a2cd
reminder-hours = Tell me again { $hours } hours before

# fr f1b43d0f
reminder-details = See all details

# fr 9c683c70
again-done = All right. I will tell you again { $when }.

# fr 530939f8
again-too-late = It is too late to tell you again.

# fr f3fb1a01
again-not-coming = You are not on the list of this gathering.

## What someone who has just said yes reads

# fr 142a5ef5
recap-next = I will remind you { $when }.

# fr 61d13ca0
recap-none = I will not send another reminder.

# fr 1700f551
recap-stopped = You stopped my messages: no reminder. I will only write if the gathering changes.

## The announcement, for those who follow

# fr 82837232
announce-title = Coming up: { $title }

# fr 93479b38
announce-again = It is soon: { $title }

# fr 69069c84
announce-ask = Are you coming?

# fr c2eb9bcf
announce-link = To sign up: { $link }

# fr 33da121f
announce-yes = I am coming

# fr 67fe5850
announce-unfollow = Stop following

# fr f1b72dc4
announce-unfollowed = All right. You no longer follow: { $what }.

# fr 4f440e26
announce-not-followed = You do not follow this gathering.

# fr 81a53fc3
announce-not-followed-name = You do not follow: { $what }.

## A change

# fr 85abe755
change-title = Change: { $title }

# fr 750bba4a
change-before = Before: { $when }.

# fr 858a914d
change-now = Now: { $when }.

# fr 8adf7108
change-hour-same = Still { $when }.

# fr e8762286
change-place-before = Place before: { $where }.

# fr ab87e3e7
change-place-now = New place: { $where }.

# fr 995cdc2b
change-place-same = The place is the same: { $where }.

# fr d63797a8
change-seated = Your place is kept. You cannot come? Tell me.

# fr 57265803
change-waiting = You are still on the waiting list.

# fr ce4c0217
change-calendar = Update my calendar

# fr 159d5388
change-cancelled = Cancelled: { $title }

# fr 76e02c19
change-cancelled-when = It was planned for { $when }. It will not take place.

# fr 04d09b45
change-cancelled-begun = It was planned for { $when }. It stops now.

# fr 56c90915
change-reason = Reason: { $reason }

# fr 14fb6df4
change-nothing = You have nothing to do.

# fr c33f50ec
change-others = See the other gatherings

## The weekly digest

# fr 52244d11
digest-title = I have already written to you { $count } times this week. Here is the rest, in one message.

# fr b11eb8cf
digest-line = • { $title }, { $when }

# fr dcdb2e2e
digest-more = And more gatherings: write “gatherings”.

# fr 5b358dce
digest-see = See: { $title }

# fr d6f89347
programme-week = { $title }, this week:

# fr f403e776
programme-over = It is over: { $title }. In three figures:

# fr b941dea3
programme-held = • Gatherings: { $count }

# fr 151aaac5
programme-came = • People who came: { $said }

# fr 417fe327
programme-few = fewer than 5

# fr 18f885d0
programme-useful = • Useful for { $useful } people, out of { $asked } answers

# fr 44885f08
programme-useful-few = • Useful? There are too few answers to say.

## Afterwards

# fr 5408f439
after-ask =
    You were there: { $title }.
    Was it useful?

# fr 0a904076
after-oui = Yes

# fr 3fe50774
after-plus_ou_moins = A little

# fr 7f62496b
after-non = No

# fr 961a3418
after-thanks = Thank you. It is noted.

# fr 6d34e3cc
after-meet = Would you like to meet someone with a project? Both have to say yes.

# fr cdacb84c
after-meet-button = Meet someone

# fr eb576543
after-closed = This question is closed. Thank you all the same.

## Choosing one's reminders

# fr d6f4d377
leads-title = This is what I write to you about gatherings.

# fr 1b707283
leads-on = • { $lead }: yes

# fr a48ac961
leads-off = • { $lead }: no

# fr e680a775
leads-turn-off = Without: { $lead }

# fr 8185e3ea
leads-turn-on = With: { $lead }

# fr 523e7ee1
lead-days = { $days } days before

# fr b5031bed
lead-eve = the day before

# fr 91e78776
lead-hours = { $hours } hours before

# fr 208e8861
lead-announce = the announcement

# fr 8fa8f71a
lead-announce-again = the announcement, again

# fr a78dfbef
lead-after = the question afterwards

# fr d9c1ecc9
leads-changed = It is changed.

# fr 22ba2965
leads-follows = You follow:

# fr 35f949db
leads-followed = • { $what }

# fr 0c6b48b0
leads-follows-none = You follow no gathering for now.

# fr a703d892
leads-how = To follow a network, write “follow” and its name.

# fr 86ebc43f
leads-unfollow = Stop following: { $what }

# fr 185d223d
leads-always = If a gathering that you come to changes, I always write to you.

# fr 903dcdac
leads-stopped = You stopped these messages. To have them again, say yes here:

# fr 040bf454
leads-none = There is no reminder to choose here.

# fr 331d7ba9
stop-bookings = • The reminders of gatherings that you come to. If one changes, I will still tell you.

# fr 8839b216
stop-calls = • The dates of the calls that you follow.

## The dates of calls

# fr 6fb87a94
call-open = Applications until { $day }.

# fr f800133e
call-opens = Applications from { $first } to { $day }.

# fr c634818d
call-closed = Closed since { $day }.

# fr ef074cd7
call-closed-door = { $name } is closed for now: applications ended on { $day }.

# fr d09f53d7
call-follow = Remind me of the date

# fr 46888970
call-followed = It is noted. I will write { $first } days before the end, then { $second } days before.

# fr 04fb1b4e
call-followed-once = It is noted. I will write { $days } days before the end.

# fr f17d01e8
call-too-near = It ends on { $day }. That is too near for a reminder.

# fr dd075ce7
call-none = I know no date for this.

# fr 792126a1
call-title = { $name }: { $days } days are left. It ends on { $day }.

# fr c141ac23
call-checklist = To do before:

# fr 9017c3af
call-step = • { $step }

# fr ac9d66fc
call-card = See the card

# fr b4e01671
call-unfollow = Stop reminding me

# fr 845728ff
change-end = End: { $when }.

# fr 60edfed6
change-stops = The stops change. Look at them before you go.

# fr 6b1e67ef
leads-all = Have them all

# fr 158666f6
leads-unannounced = I do not announce other gatherings to you. To hear of them, say yes here:

# fr 849a9270
digest-words = • { $network }: { $text }

# fr 5239e515
export-leads = The reminders that you want

# fr 09cea238
export-snoozes = What I am to tell you again

### Requests to people: appointments, what is to do, hours, cards to read again. The mark of the French one is above.

# fr a849fdce
words-a_traiter = to do | requests to answer | to answer | see what is to do
# fr b1414423
words-rendez_vous = appointment | appointments | my appointments | my appointment | ask for an appointment | book an appointment | i would like an appointment
# fr 987045d1
words-ne_peux_pas = i cannot come | i can't come | i can not come | cancel my appointment | move my appointment | change my appointment
# fr f4e84ec1
words-noter_rdv = note an appointment | record an appointment | add an appointment
# fr 191d97e3
words-envois = where is my request | what i asked | my requests to people | requests i sent
# fr 2d1910a6
hours-closed = Nobody answers at this hour.
# fr 21608846
hours-closed-until = Nobody answers at this hour. Back: { $day } at { $hour }.
# fr d0d46d5e
hours-one-day = on { $day }
# fr 3f1cd269
hours-days = from { $first } to { $last }
# fr 766ef212
hours-span = from { $from } to { $to }
# fr 1207ecb7
hours-and = { " " }and{ " " }
# fr 555fbc68
hours-and-days = { "; " }
# fr fa3ff7d3
hours-line = { $days }, { $hours }
# fr 3ff4f2de
request-until = Without an answer on { $day }, I will name another door.
# fr 289aff12
request-kind-talk = Question
# fr 0a0e39d1
request-kind-handover = Request passed on
# fr 649ad2fb
request-kind-visit = Appointment
# fr 16ea6329
request-age =
    { $days ->
        [0] today
        [one] since yesterday
       *[other] for { $days } days
    }
# fr 760eea29
request-gone = This request is no longer there.
# fr 23e6b48f
request-reason = Their words: “{ $text }”
# fr 08dd60bd
request-next = See the next door
# fr f2d35d4d
request-settled = { $network } has dealt with your request.{ $reason }
# fr 9292d3f0
request-refused =
    { $network } cannot answer your request.{ $reason }
    A no does not judge your project. Often, another door fits better.
# fr b4fc83f1
request-cancelled = { $network } cancels your appointment: { $when }.{ $reason }
# fr 132c54ff
request-withdrawn-told = { $about }: the person took back their request. You have nothing to do.
# fr 87e6219a
request-kept-told = { $about }: the person would rather stay with you. Their request waits for your answer.
# fr fbbf3924
request-nobody-told = { $about }: the other network no longer answers here. The request stays with you.
# fr 03b2ec94
request-passed-told =
    Another network passed a request on to you, and the person agreed.
    “{ $text }”
# fr 7f02679e
request-pass-ask =
    { $network } suggests passing your request on to another network: { $other }.
    They will read exactly this text:
    “{ $text }”
    Do you agree?
# fr 20471dfd
request-pass-oui = Yes, pass my request on
# fr af9da6e9
request-pass-non = No, stay here
# fr 5af07b39
request-silent =
    { $network } has not answered you yet. Your request stays open.
    Meanwhile, you can knock at another door.
# fr b0e8bb7a
request-silent-next =
    { $network } has not answered you yet. Your request stays open.
    Meanwhile, the next door: { $door }.
# fr cfdc82bc
request-expired =
    { $network } did not answer you. I close this request.
    Another door is possible.
# fr 0f29dbba
request-expired-quiet = There was no news of your request. I close it. Another door is possible.
# fr aa2ef75f
request-expired-told = { $about }: nothing happened to a request for { $days } days. It is closed. The person knows.
# fr abb3bad7
asked-list = What you asked for:
# fr acd6ec65
asked-none = You have no open request. To make one, write “human” or “appointment”.
# fr 29a7f588
asked-line = • { $kind }: { $state }
# fr a8368d60
asked-waits = { $network }, waiting since { $day }.
# fr dc3140b4
asked-answered = { $network } answered you.
# fr ebd768e3
asked-one = { $kind }: { $about }
# fr 1a086db5
asked-sent = Sent { $age }.
# fr bff03729
asked-drop = Take back my request
# fr e82610e6
asked-dropped = Your request is taken back. { $network } knows.
# fr 02953990
asked-kept = All right. Your request stays with { $network }.
# fr 26d65d56
asked-nobody = Nobody answers here for { $network }. Your request stays where it is.
# fr c5ff5f62
asked-next-none = I have no other door to name. These networks listen to everybody.
# fr 64547e5c
asked-passed = Your request is now with { $network }.
# fr 0b14db7b
visit-ask = Ask for an appointment
# fr b7bad4fe
visit-which = With whom would you like an appointment?
# fr 66d073c4
visit-begin = I will ask for an appointment for you. Two questions, then you read it all again.
# fr e263e15a
visit-again = When are you free, then?
# fr b36efaa2
visit-already = You already have a request with them.
# fr 6bec4c86
visit-nobody = Nobody answers here for { $network }. Reach them directly.
# fr 0759e059
visit-ask-when = When can you come? Choose, or write your days and hours.
# fr ee0909e8
visit-ask-when-why = It helps to find a date that suits you.
# fr c36882bf
visit-ask-why = What would you like to talk about? One or two sentences. Write nothing about your health or your papers.
# fr 567a02ec
visit-ask-why-why = It helps to choose the right person to meet you.
# fr c45f177e
visit-topic-when = when
# fr 4134d829
visit-topic-why = subject
# fr 94ef7537
visit-skip = Skip
# fr 27407168
visit-morning = In the morning
# fr db72351a
visit-afternoon = In the afternoon
# fr 3ce7a489
visit-any = Any time
# fr b695d541
visit-body-when = Free: { $said }
# fr 512ec1ea
visit-body-why = Subject: { $said }
# fr 0f616f0f
visit-review =
    This is all that { $network } will read. Your name and number are not in it.
    “{ $text }”
# fr 81c2bb0a
visit-sent = Your request has left: { $network }.
# fr b2638062
visit-again-sent = Your new message has left: { $network }.
# fr df571d0b
visit-again-dated = I ask for another date: { $network }. The former appointment no longer holds.
# fr d026e058
visit-opened-told =
    Someone asks for an appointment. { $about }.
    “{ $text }”
# fr 19481ae2
visit-again-told =
    Someone asks for another date. { $about }.
    “{ $text }”
# fr 4d47664b
visit-when = { $when }{ $place }
# fr 30f8365c
visit-place = , { $place }
# fr 6fda1a65
visit-dated =
    Your appointment ({ $about }): { $visit }.
    If it does not suit you, tell me here.
# fr 3959eb8b
visit-moved =
    Your appointment ({ $about }) has another date: { $visit }.
    The former date no longer holds.
# fr ffb58149
visit-as-said = { $text }
# fr 738fe654
visit-ok = I have noted it
# fr e825adc8
visit-other = Ask for another date
# fr 5f05659c
visit-cannot = I cannot come
# fr bff03729
visit-withdraw = Take back my request
# fr be9b9408
visit-ask-again = Ask for an appointment again
# fr dc95d661
visit-noted = Very good. I will remind you 48 hours before.
# fr 7b580f6b
visit-noted-soon = Very good. See you soon.
# fr 2faf4210
visit-is = Your appointment: { $about }.
# fr e0d34fa5
visit-waits = { $about }: { $network } has not given a date yet. Asked on { $day }.
# fr 2bfb439c
visit-cancel-sure = Your appointment: { $visit }. What would you like to do?
# fr b4f2bee6
visit-cancel-yes = Cancel this appointment
# fr c5c83861
visit-cancel-no = Keep it
# fr b282fa4d
visit-gone = It is cancelled. { $network } knows.
# fr e82610e6
visit-withdrawn = Your request is taken back. { $network } knows.
# fr 2eb17178
visit-gone-told = { $about }: the person is not coming. Appointment cancelled: { $when }.
# fr b38efe63
visit-withdrawn-told = { $about }: the person took back their request for an appointment.
# fr 45b64776
visit-missed = Your appointment of { $when } is over. If you could not come, ask for another one.
# fr 4d4169a8
visit-came = You met { $network }. I close this request. For what comes next, write “my doors”.
# fr 04431856
visit-reminder =
    Reminder: your appointment is on { $visit }.
    { $about }.
# fr e11c3cad
visit-reminder-told =
    Reminder: you meet someone on { $visit }.
    { $about }.
# fr 934fe337
visit-on = Date: { $visit }.
# fr cf4a7e3b
todo-open = See what is to do
# fr 7b8abcf8
todo-see = See the request
# fr 449c40a0
todo-none = Nothing to do for your networks.
# fr cc55ee40
todo-list =
    { $count ->
        [one] One request to deal with.
       *[other] { $count } requests to deal with, the oldest first.
    }
# fr dd79f1db
todo-line = { $kind }, { $age }: { $state }
# fr 192f9a06
todo-short-waits = waiting
# fr 46b9e462
todo-short-answered = answered
# fr 5275739c
todo-short-dated = date given
# fr 2556cf6c
todo-short-past = to be noted
# fr 52c0d622
todo-more = See more
# fr ff8b3579
todo-back = Back to the list
# fr 2cbeeb14
todo-one = { $about }
# fr c9938314
todo-since = { $kind } for { $network }, { $age }.
# fr 7664cf87
todo-waits = The person waits for your answer.
# fr 211d9e52
todo-answered = You answered. The person may still write.
# fr b3edbe51
todo-late = Two working days have passed: the person knows.
# fr c2de14e4
todo-no-text = There is no text.
# fr 70120c2a
todo-gone = There is nothing left to do about this request.
# fr e4edb848
todo-propose = Give a date
# fr 248b3bba
todo-move = Change the date
# fr b094f03c
todo-cancel-visit = Cancel the appointment
# fr 05af8039
todo-answer = Answer
# fr 8393b7bd
todo-accept = Accept
# fr 283348d0
todo-refuse = Refuse
# fr 1f81296a
todo-pass = Pass on to another network
# fr 5d31f570
todo-close = Close the request
# fr 0f00fe7b
todo-came = The person came
# fr c90e2369
todo-absent = The person did not come
# fr a69a929e
todo-pass-which = To which network? I first ask the person whether they agree.
# fr 8682bf29
todo-pass-nobody = No other network answers here for now.
# fr b49be612
todo-pass-no = Do not pass it on
# fr bd36fc1c
todo-passing = I ask the person whether they agree: { $other }. You will know their answer.
# fr fcd40c55
todo-end-ask = “{ $about }”: how does this request end? You may first write a word for the person.
# fr dfc0638d
todo-end-words =
    The person will read your words:
    “{ $text }”
    How does this request end?
# fr 8e26acdf
todo-end-done = It is settled
# fr 3978ce17
todo-end-cannot = We cannot help
# fr b4f2bee6
todo-end-visit = Cancel this appointment
# fr 1ab743e1
todo-end-no = Change nothing
# fr 1d4bf010
todo-end-kept = All right. Nothing changes.
# fr 7dcd8c48
todo-ended = It is closed. The person knows.
# fr 04304ef3
todo-ended-cannot = It is closed. I name the next door to the person.
# fr 6c6333df
todo-ended-visit = The appointment is cancelled. The person knows.
# fr 121513d6
todo-ended-absent = It is noted. I suggest to the person to ask for another date.
# fr 4ecffe1d
setting-begin =
    The person wrote:
    “{ $text }”
# fr 0fb43902
setting-ask-when = Which day, and at what time? Example: Tuesday 1 December at 2 pm.
# fr 24b1abea
setting-ask-when-why = The person will read this date in words.
# fr 8fbe9c9a
setting-ask-place = Where? Write the place and the address, or “by telephone”.
# fr 0b96d7f0
setting-ask-place-why = The person must know where to come.
# fr 0e87632c
setting-topic-when = date
# fr 064768b9
setting-topic-place = place
# fr 461ac7ee
setting-skip = Name no place
# fr 0662efc1
setting-day-off = Careful: this is not a working day.
# fr de57dfce
setting-past = This hour is past.
# fr 4ecc62a8
setting-review =
    This is what the person will read:
    “{ $text }”
# fr 53a7262f
setting-sent = The date has left. The person gets a reminder 48 hours before.
# fr 06587733
setting-sent-soon = The date has left. It is close: there will be no reminder.
# fr 17cfecf5
setting-changed = This request has changed meanwhile. Nothing is sent.
# fr 49386ada
noting-open = Note an appointment
# fr 87ab5b33
noting-another = Note another appointment
# fr be42745c
noting-not-yours = Only agents of the public authority note appointments.
# fr b8eaec2d
noting-why = This counts the appointments. I keep no name and no hour.
# fr ddf502f3
noting-ask-day = On which day was this appointment? Choose, or write the date.
# fr 67fe7ef3
noting-ask-first = Is it the first time that you meet this person?
# fr 726cae10
noting-ask-services = Was another service of the public authority there?
# fr 13d6ddf4
noting-ask-partner = Was this appointment { $partner }?
# fr b5977b83
noting-topic-day = day
# fr 4fbc7d16
noting-topic-first = first time
# fr 078a5510
noting-topic-services = other services
# fr 44b30458
noting-topic-partner = { $partner }
# fr 99099b6e
noting-today = Today
# fr 477a18d2
noting-yesterday = Yesterday
# fr 5a9b1303
noting-first-oui = First time
# fr 0df5bd83
noting-first-non = Came before
# fr 563901ad
noting-services-oui = With another service
# fr 18c68160
noting-services-non = Without another service
# fr 0a904076
noting-partner-oui = Yes
# fr 7f62496b
noting-partner-non = No
# fr 6cd14b0f
noting-said-oui = { $partner }: yes
# fr 1eac3474
noting-said-non = { $partner }: no
# fr 1494a43d
noting-done = Noted, without a name: { $said }.
# fr 39c043fb
review-ask =
    { $network }: these cards are to be read again before { $day }.
    Are they still right?
# fr f9d47a92
review-see = Read again: { $card }
# fr 0c6650cd
export-requests = What you asked of people
# fr 3776b3a3
kept-requests = • Your requests to people, until 7 days after their end.
# fr ab47a125
says-morning = morning | in the morning | mornings
# fr 8ebf2a1b
says-afternoon = afternoon | in the afternoon | afternoons
# fr 07b88850
says-any = any time | whenever | any day | always free
# fr 81a07339
noting-today-says = today | this morning
# fr 529cbc8f
noting-yesterday-says = yesterday

# fr 86324a94
journal-visit-note = appointment noted

# fr a287711c
visit-example-when = For example: “on Tuesday mornings”.

# fr e59ab090
visit-example-why = For example: “I am looking for premises”.

# fr 4f78ce99
visit-unsaid = Your appointment was two weeks ago: { $about }, { $visit }. I close this request. To ask for another one, write “appointment”.

# fr bd052aba
visit-unsaid-told = Appointment closed: { $about }, { $visit }. Nobody said whether it took place. The person knows. If it did, write “note an appointment”.

# fr cbdb95aa
export-refusals = The networks that said no to you, for 90 days

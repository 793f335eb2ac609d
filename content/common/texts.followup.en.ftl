### What became of an orientation: the yes, the question after 10 and 30 days, what follows.

# fr 80aa5444
words-suivi = follow-up | my follow-up | follow up

# fr 49d7b7c0
outcome-followed = You said yes to the follow-up. After your answers, I write to you twice: ten days later, then thirty days later.
# fr 70fab3f1
outcome-agreed = Thank you. I will write to you in 10 days, then in 30 days. Until then, I keep the names of the doors. To stop, write "stop".
# fr d0a3f0ab
outcome-agreed-later = Thank you. I will write to you 10 days after your answers, then 30 days after. To stop, write "stop".
# fr 6451413e
outcome-refused-yes = All right. I will not write to you.

# fr 7de52d03
outcome-ask = Hello. { $days } days ago, I showed you some doors. Where is your request for a meeting?
# fr 9666f08e
outcome-obtenu = Meeting obtained
# fr 2f6c8477
outcome-attente = Waiting
# fr 44a10bad
outcome-refuse = Refused
# fr 0bf92ee3
outcome-pas_demande = Not asked
# fr d8bd0690
outcome-no-more = Do not ask me any more
# fr fac7c1e5
says-outcome-obtenu = obtained | i have a meeting | i had a meeting | i got a meeting | got it | they met me | done | accepted
# fr 9f6fcc53
says-outcome-attente = i am waiting | still waiting | no answer | no answer yet | they do not answer | they did not answer
# fr e40f20b4
says-outcome-refuse = refusal | they refused | they said no | i was refused | rejected
# fr edcfdb4c
says-outcome-pas_demande = i did not ask | not yet asked | not yet | i have not asked | i did not call | i gave up | nothing done

# fr 94460dae
outcome-got = Good news. Before this meeting, write "prepare" if you want help.
# fr 26137fb2
outcome-pending = Noted. Without an answer, ask them again: you may. I will ask you again around { $day }.
# fr bf461d37
outcome-pending-last = Noted. Without an answer, ask them again: you may. To talk to someone, write "human".
# fr 5c1822e3
outcome-not-asked = Noted. There is still time. If something stops you, write "human".
# fr 7d519dca
outcome-see-door = See the door again
# fr 8532c4b1
outcome-next-door = Here is the next door of your list.
# fr 272e72bb
outcome-over = Thank you. The follow-up of these doors is over. For new doors, write "start".

# fr ab76f74f
outcome-why = Do you know why? You may skip this.
# fr 48232ea5
outcome-why-asked = Your answer shows what is missing here. It is counted without you.
# fr 6f2d4341
outcome-criteres = I do not meet the conditions
# fr 6edeb77d
outcome-tot = It is too early for my project
# fr e0dc8851
outcome-argent = There is no money left
# fr bbf73831
outcome-plein = There is no place left
# fr 98a3fd20
outcome-autre_motif = Another reason
# fr 25b40ccd
says-outcome-criteres = conditions | criteria | not eligible
# fr d77017ce
says-outcome-tot = too early | not far enough
# fr 6bc932ff
says-outcome-argent = money | budget | no budget | no money
# fr 6a707eff
says-outcome-plein = full | no place | no time | waiting list
# fr b9beff7a
says-outcome-autre_motif = other | something else
# fr fb28937f
outcome-thanks-why = Thank you. This shows what is missing here.

# fr 38f9865a
outcome-wait = How long did you wait for this meeting? You may skip this.
# fr 330361ba
outcome-semaine = Less than a week
# fr 08279674
outcome-quinzaine = One to two weeks
# fr 7eb9208a
outcome-mois = Two weeks to a month
# fr 3f22c26e
outcome-davantage = More than a month
# fr 93ba6829
says-outcome-semaine = a few days | one week | a week
# fr ea8fc836
says-outcome-quinzaine = two weeks | ten days
# fr 1bb58520
says-outcome-mois = a month | one month | three weeks
# fr 00eb24a5
says-outcome-davantage = two months | several months
# fr 909c566f
outcome-thanks-wait = Thank you. Good luck with your project.
# fr 94ef7537
outcome-skip = Skip
# fr ff3732b0
outcome-skipped = All right. Thank you for your answer.
# fr 061317f9
says-outcome-skip = pass | i do not know | no idea | nothing

# fr 36247b6a
export-followups = The follow-up of your orientation
# fr 99c90678
kept-followups = • The follow-up of your orientation: the doors shown, and two questions.

### Handing a request over to a network: the exact text, the answer, what follows.

# fr 86e6079f
words-transmettre = hand over | hand over my request | my hand-overs | pass on my request

# fr ae17128a
handover-button = Hand my request over to { $network }
# fr 564f1d21
handover-begin = I can hand your request over. Nothing leaves before you agree.
# fr b256f486
handover-which = To whom do you want to hand your request over?
# fr 6e1a3201
handover-none = No network of your list reads requests here. You can reach them directly.
# fr 99909098
handover-first = To hand a request over, answer the questions first. Write "start".
# fr cce7db8a
handover-nobody = Nobody reads here for { $network }. Nothing is handed over. You can reach them directly:
# fr 02293de8
handover-nobody-now = Nobody reads here for { $network } at the moment. Your words did not leave.
# fr 0e97073f
handover-too-many = { $most } networks have your request already. Wait for an answer, or take one back.
# fr 5681db82
handover-see = See my request to { $network }
# fr b898eade
handover-waits = { $network } has had your request since { $day }. No answer yet.
# fr c61ef2f6
handover-is-accepted = { $network } accepted your request.
# fr c0f26b34
handover-follow = See my hand-overs
# fr c07199c8
stop-handovers = • The requests handed over: they are taken back.
# fr bff03729
handover-withdraw = Take my request back
# fr 05af8039
handover-write = Answer
# fr 6f756ace
handover-withdrawn = Your request is taken back. { $network } will know.

# fr 16f61002
handover-ask-to = To whom shall I hand it over?
# fr d8ce8570
handover-ask-words = What do you want to tell them, in one or two sentences?
# fr 9a456ce9
handover-ask-contact = Do you want to give a telephone or an e-mail address? Without it, the answer comes through me.
# fr 43d55396
handover-ask-facts = Shall I join your answers to the questions?
# fr 296245c7
handover-why-to = Each network gets the same text.
# fr 0f135d25
handover-why-words = The network understands your request better. Say nothing of your health or your money.
# fr c70a3f3c
handover-why-contact = The network can call you or write to you. You choose.
# fr a3119313
handover-why-facts = The network knows where your project is. It does not ask you again.
# fr 625350d7
handover-topic-to = the networks
# fr 9fa432bf
handover-topic-words = my message
# fr 5eb654b1
handover-topic-contact = my contact
# fr b5baf7ec
handover-topic-facts = my answers
# fr fae29d47
handover-skip-words = No message
# fr 4e09e240
handover-skip-contact = No contact
# fr dce905c6
handover-facts-oui = Yes, join them
# fr 5562c9c8
handover-facts-non = No, without my answers
# fr ea522824
handover-contact-form = Write a telephone or an e-mail address. Or tap "No contact".
# fr 1102e03d
handover-empty = There is nothing to hand over yet. Write a sentence.

# fr 9fd8508c
handover-body-words = Message: { $said }
# fr c85a2172
handover-body-contact = Contact: { $said }
# fr 42aea11c
handover-body-no-contact = Contact: answer here, without name or address.
# fr b4c32b1b
handover-review =
    Here is the exact text that goes to: { $network }.

    "{ $text }"

    Nothing else leaves: neither your name nor your messenger. By sending, you agree to this text.
# fr 23a5be20
handover-changed = Read the text first.
# fr 6cc1ee74
handover-sent = It is handed over to: { $network }. Without an answer, I remind them. Within { $days } days, I tell you what follows.

# fr 2551e514
handover-closed-now = { $said } ({ $network })

# fr 3d13ae18
handover-opened-told =
    Someone hands a request over to { $network }, about: { $about }.

    "{ $text }"

    Accept or refuse: this person waits for a word.
# fr 8393b7bd
handover-accept-button = Accept
# fr 283348d0
handover-refuse-button = Refuse
# fr 57ebab2d
handover-todo = See what is left to do
# fr 39939b46
handover-ask-accept = You accept. What word for this person? Say how and when to reach you.
# fr 14223b83
handover-accept-bare = Accept without a word
# fr 2aa87c14
handover-ask-refuse = Why refuse? Choose, or write a sentence: the person will read it.
# fr 30f5cada
handover-ask-write = What do you want to tell this person?
# fr 43fe3667
handover-ask-own = What do you want to answer?
# fr 01718034
handover-why-hors_criteres = Outside our conditions
# fr 573508e1
handover-why-hors_zone = Outside our territory
# fr 9c69e161
handover-why-complet = No place left at the moment
# fr 8faad965
handover-why-trop_tot = Too early for this project
# fr ef23a594
handover-cancel = Back
# fr 3362c745
handover-kept = All right, nothing left.
# fr f6f08f6d
handover-answered-already = An answer was given to this request already.
# fr 99b4dc2d
handover-accepted = The person is told. The request stays in "to do" until you close it.
# fr 883da1ec
handover-refused = The person is told, with your reason and the next door.
# fr cc4be4d4
handover-word-sent = Your words left for { $network }.
# fr 0c5e4904
handover-word-sent-holder = Your words left.

# fr c8ef19b6
handover-accepted-told =
    Good news: { $network } accepts your request.
    { $words }
# fr 23e6b48f
handover-their-words = Their words: "{ $text }"
# fr ce39bcb2
handover-refused-told =
    { $network } cannot follow up. { $reason }
    A refusal does not judge your project. Often, another door suits better.
    { $following }
# fr 1909d14c
handover-reason-hors_criteres = Your request does not meet their conditions.
# fr 86aa5227
handover-reason-hors_zone = Your project is outside their territory.
# fr 1088930f
handover-reason-complet = They have no place left at the moment.
# fr d39451e3
handover-reason-trop_tot = It is too early for them.
# fr 8d8aca0f
handover-next = The next door: { $name }.
# fr 2b178e0c
handover-no-next = To look for another door, write "start". To talk to someone, write "human".
# fr 505a7fbf
handover-reminded-told = { $network } has had a request without an answer for { $days } days. The person waits for a word.
# fr dc155f4a
handover-closed-told =
    { $network } did not answer in { $days } days. I close your request, and its text is erased.
    { $following }
# fr e4c5d5d5
handover-over-told =
    Your request to { $network } closes here, and its text is erased. If nothing moved, try elsewhere.
    { $following }
# fr 3ecb9cb7
handover-expired-told = A request to { $network } is closed: { $days } days without an answer. The person knows.
# fr be043da0
handover-withdrawn-told = Someone takes back their request to { $network }. You have nothing to do.
# fr f32a13af
handover-word-told =
    The person whose request { $network } accepted answers:

    "{ $text }"
# fr dcd9bf46
handover-word-holder =
    { $network } writes to you, about your request:

    "{ $text }"

# fr e59ab090
handover-example-words = For example: “I am looking for premises”.

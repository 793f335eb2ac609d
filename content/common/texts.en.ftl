## What any metropolis says alike, in English. French is the reference.
## Each comment `fr` holds the start of the hash of the French sentence: `check` tells when it changed.
## Lines named “words-…”, “says-…” and “lexicon-…” list words separated by “|”.

### Words that work everywhere

# fr 4d9b1330
words-stop = stop | unsubscribe | unsubscribe me | stop messages | stop all messages | no more messages | stop writing to me | opt out | please stop | to unsubscribe | stop sending me messages | stop messaging me | don't write to me | do not write to me | don't contact me | do not contact me
# fr f073cc7d
words-arreter = pause | later | quit | exit | bye | goodbye | take a break | stop here
# fr d402d523
words-start = start | begin | hello | hi | hey | good morning | good evening | let's go | get started
# fr eb87a7f3
words-aide = help | help me | how does it work | I need help | commands
# fr 188eb8c2
words-menu = menu | home | what can you do | settings
# fr 55ef6eb4
words-retour = back | go back | previous | previous question | return
# fr d995202c
words-passer = skip | pass | next | next question | skip this question
# fr ce6d4793
words-recommencer = restart | start again | start over | from the beginning | reset
# fr c72f2c0f
words-reprendre = resume | continue | go on | carry on | keep going
# fr 91063698
words-pourquoi = why | why this question | why do you ask | why this door | what for
# fr a66e7841
words-pourquoi_pas = why not
# fr 53153072
words-mot = word | glossary | definition | what is | what is a | what is an | what does it mean | meaning of | explain
# fr dc735307
words-langue = language | change language | languages
# fr 0eb5c4b0
words-lieux = places | place | see the places | addresses | where to go
# fr 2bd7b1be
words-pages = pages | sheets | guides | learn more | read more
# fr 244a18c4
words-rencontres = gatherings | events | agenda | calendar
# fr 45d0ff8c
words-communaute = community | the community | communities
# fr c19a6942
words-humain = human | a human | talk to someone | speak to someone | talk to a person | talk to a human | a real person | talk to an adviser | speak to an adviser | a person | someone | contact | phone | an adviser
# fr 6c64780f
words-mes_donnees = my data | see my data | data | what do you know about me
# fr e1ecc55d
words-oublier = forget | forget me | erase | delete | erase everything | delete my data | erase my data
# fr 9bba38e0
words-confidentialite = privacy | privacy notice | gdpr
# fr b0ff83cd
words-modifier = change | edit | correct | change my answer | change an answer | change my answer to | edit my answer | correct an answer
# fr 80153862
words-preparer = prepare | prepare my appointment | prepare an appointment | my appointment | prepare my meeting
# fr f890feca
words-garder = keep | keep my answers
# fr d9a1aa7d
words-autre_personne = for someone else | for another person | for a relative | for a friend | I am helping someone | on behalf of someone
# fr 777b0eb6
words-resultat = result | results | my doors | my results | see my doors again
# fr c6816c1e
words-merci = thanks | thank you | thanks a lot | thank you very much | many thanks | cheers

# fr ae036abb
words-insult = fuck you | fuck off | asshole | bitch | idiot | shut up
# fr e0146a7b
words-health = I am ill | I am sick | my illness | my disability | my cancer | my depression | my treatment | my religion | I am muslim | I am christian | I am jewish | my papers | undocumented | residence permit | my social security number | my bank account | my debts | criminal record | I was convicted | I was in prison | I am a union member

# fr 34cfae95
lexicon-numbers = one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve
# fr 69802d46
lexicon-negations = not | no | without | never | none | don't | isn't
# fr fc67c27f
lexicon-joining = and | then | or
# fr f5f4c663
lexicon-articles = a | an | the | my | our | some | of
# fr 174d9114
lexicon-polite = please | thanks | thank you

# fr 3db5960d
says-oui = yes | yeah | yep | ok | okay | sure | of course | exactly
# fr e4048dd0
says-non = no | nope | no thanks | not at all
# fr ec254f34
says-go = yes | yeah | yep | ok | okay | sure | of course | let's go | I go on
# fr e9892654
says-nsp = I do not know | I don't know | no idea | not sure | maybe | don't know
# fr 70e835c8
says-skip = I do not know | I don't know | no idea | not sure | don't know | skip
# fr fa52d454
says-done = that is all | that's all | done | finished | nothing else | no | ok | enough
# fr c6db6404
says-back = back

# fr e495d53b
language-fr = Français
# fr ba118bf7
language-en = English

### Welcome, menu, help

# fr f82b0fb4
welcome =
    Hello. I am a program, not a person.
    I help you find support for a useful project. I ask 7 questions at most.
    I keep your answers { in-hours }, then I erase them. Write nothing about your health, religion, papers or money.
    You can skip a question, go back, or write “pause”.
    To reach a person, write “human”.
# fr a1f39f21
menu = What would you like to do?
# fr 4155d8e1
menu-start = Start the questions
# fr 4cc93ee1
menu-continue = Continue the questions
# fr 1a1aec6b
menu-other = Help someone else
# fr e7589699
menu-glossary = Understand a word
# fr f2723408
menu-places = See the places
# fr 1e75060b
menu-pages = Read a page
# fr b23b3dda
menu-human = Talk to someone
# fr 02af9774
menu-data = See my data
# fr d20c6239
help =
    You can write these words at any time.
    To move on: skip, back, why, change, restart, pause, resume.
    To understand: word SCIC, places, pages, menu.
    To reach a person: human.
    To help each other: community, meet.
    To go on with another messenger: link.
    For your data: my data, keep, forget, privacy.
    Are you helping someone? Write “for someone else”.
# fr 1d7196c1
help-language = Français ? Écrivez « langue ».
# fr b9f57eed
thanks = You are welcome. Write “menu” if you need anything else.
# fr 6ded3415
not-here-yet = I do not handle this here. These networks can tell you more.
# fr fafb4a83
room-private = Several people can read this. Write to me in private: I answer each person separately.
# fr fb656284
engine-failed = An error of mine stops me from answering. Your message changed nothing. Try again, or contact a person.

### When I do not understand

# fr 7bbd5987
unclear = I did not understand. Choose an answer, or write its number.
# fr 92284dca
unclear-empty = I received nothing to read. Choose an answer, or write its number.
# fr 8925c14e
unclear-place = I cannot find this town. Write its full name, without the postcode. Or choose below.
# fr f9079f09
unclear-again =
    Let us make it simpler. Answer with a number, for example: 1.
    You can write “skip”. To reach a person, write “human”.
# fr e23eeb2d
unclear-still =
    Let us make it simpler. Answer with a number, for example: 1.
    To reach a person, write “human”.
# fr 27d84fb4
unclear-loop = We do not understand each other well. Here is the menu.
# fr 7d7ea93e
only-text = I only read text and buttons.
# fr 26374457
only-text-voice = I cannot listen to a voice message. Answer in writing: a word or a number is enough. To reach a person, write “human”.
# fr 12306f49
forwarded = You forwarded a message. I only read what you write yourself.
# fr 1b84da0f
edited = You changed a message. To change an answer, write “change”.
# fr dac54049
button-closed = This button no longer works.
# fr dbc50edb
unknown-command = I do not know this command. Write “help” to see the useful words.
# fr de53bfbd
distress-answer = What you are going through seems hard. I am a program, I cannot help you with this. You can call 3114, day and night. In an emergency, call 15 or 112. Take your time. To go on, write “resume”.
# fr c3a4471a
insult-answer = I am still here for your project.
# fr 986b1a7a
health-answer = Do not write here about your health, religion, papers or money. Nor about a conviction or your union. I do not need it. I do not keep this message.
# fr ab501fb0
personal-answer = Do not write any address, number or e-mail here. I do not need it. I do not keep this message.

### The questions

# fr 99b3f902
form-several = ({ $most } answers at most)
# fr de053b59
form-noted = Noted: { $label }.
# fr c589bcec
form-another = Another answer?
# fr ec0a6590
form-taken-back = It is removed. What do you choose?
# fr a6ebfbcc
form-chosen = { $label } (chosen)
# fr 125ac363
form-done = That is all
# fr ef23a594
form-back = Back
# fr 2fa28673
form-unknown = I do not know
# fr 79b53f1d
form-skipped = All right, let us skip it.
# fr 077fb007
form-first = This is the first question.
# fr 79bf5bac
form-back-to = Let us go back to the question before.
# fr 2581a340
form-closed = This question is no longer asked.
# fr ff1ef192
form-answered-before = You can change your answer: { $topic }.
# fr 101513f1
form-unknown-choice = This choice does not exist, or no longer does.
# fr d788a073
form-which = Which one?
# fr 15f6b513
form-denied = I did not understand well. What do you choose?
# fr 1ac42501
form-full = You already have { $most } answers: { $labels }. Remove one, or write “that is all”.
# fr 3786e4d2
form-later = This question will come later.
# fr 9dfe6530
form-which-of = I can keep only one answer. Which one: { $labels }?
# fr 8a78726f
form-too-many = I can keep { $most } answers at most. Which ones, among: { $labels }?
# fr f0d32b95
form-not-said = no answer
# fr 0e7a2fae
form-summary-line = { $topic }: { $label }

# fr 900ac9a4
orientation-question = Question { $number }. { $ask }
# fr 0be2c960
orientation-so = { $said }, so { $name }.
# fr d8a30afc
orientation-insist = I need this question: help changes with the stage. Choose the nearest answer.
# fr ce1fb5c8
orientation-nothing-kept = I do not have your answers. Without your agreement, I erase them after { in-hours }.
# fr 218028d0
orientation-changed = My questions have just changed. Here is the next one.
# fr a56f77ec
orientation-restart = We start again. I erased your answers.
# fr 91941d10
orientation-welcome-back = Welcome back. Here is what you already answered.
# fr 147c09f7
orientation-back-at-result = Welcome back.
# fr ddd91320
orientation-resume = Resume
# fr 696ad859
orientation-start-over = Start over
# fr 896127b8
orientation-paused = All right, we stop here. I keep your answers { in-hours }. To go on, write “resume”.
# fr ae26c9f1
orientation-paused-keep = All right, we stop here. I keep your answers { in-days }. To go on, write “resume”.
# fr a2e17eb2
orientation-nothing-to-stop = All right, see you soon. I never write to you without your agreement.
# fr 90f2e6e7
orientation-modify = Which answer would you like to change?
# fr 4d2ee07d
orientation-modifying = You had answered: { $answer }.
# fr 12a92729
orientation-for-other = All right, you answer for someone else. I keep only the answers. Do not give me their name or address.
# fr ecdf399d
orientation-not-yet = I will show you your doors after these questions.
# fr b1bfa951
orientation-nudge = You had started some questions. You can go on whenever you like. To get no more reminders, write “stop”.

### The result

# fr 2a52416e
mark-to-check = (to be checked)
# fr e33efc59
result-intro = Here are some doors to knock on. Start with the first one.
# fr 0c9d8ffb
result-intro-other = Here are some doors this person can knock on. Start with the first one.
# fr 6bb429e0
result-first = Start with: { $name }
# fr 45cfe6b8
result-others = Then:
# fr f8eeb4c0
result-line = • { $name }: { $reason }
# fr fad460c6
result-notes = Good to know:
# fr 6302b45f
result-no-promise = I decide nothing. Each organisation chooses by its own rules. Help is never certain in advance.
# fr dde8656a
result-why = Why?
# fr 8ee729c0
result-prepare = Prepare my appointment
# fr 191d9562
result-more = More choices
# fr a1f39f21
result-more-intro = What would you like to do?
# fr 97dd89f2
result-modify = Change an answer
# fr e7e23ccd
result-again = See my doors again

# fr 97c81e33
card-title = { $name } ({ $operator })
# fr 11208998
card-for-whom = For whom: { $said }
# fr 783390b9
card-conditions = Conditions: { $said }
# fr c1855e58
card-step = To do: { $said }{ $address } ({ $year }){ $mark }
# fr 8d733c1b
card-say = When you arrive, say: “{ $said }”
# fr fef3fe80
card-with-others = Goes well with: { $said }
# fr 4e152428
card-source = Source: { $source }. Checked on { $date }.

# fr c1c1b3fe
why-which = For which door would you like to know why?
# fr 3b5ddb42
why-because = { $name } is in your list.
# fr 75527691
why-answers = What counted:
# fr 35c62ef6
why-answer = • { $topic }: { $label }
# fr cee4ddef
why-change = What would change it: with “{ $label }” ({ $topic }), { $effect }
# fr e2661434
why-gone = this door would no longer be in the list.
# fr 326ce0cc
why-other-rule = the reason would be different.
# fr 6369d22a
why-not-listed = { $name } is not in your list.
# fr 183493a0
why-not-outranked = This door may suit you, but others come first.
# fr 6895d70a
why-not-change = This door would appear with “{ $label }” ({ $topic }).
# fr 96f4cbf9
why-not-several = One different answer would not be enough. It would take:
# fr 92ccb40a
why-needed = • { $topic }: { $labels }
# fr 8d7bd54f
why-not-never = Your answers do not lead to this door.
# fr f47466da
why-unknown = I do not know this door. Write for example: why { $example }.
# fr 9a9ec34c
why-not-yet = I will tell you why once you have answered the questions.

# fr 2cb77d60
prepare-title = My appointment. Message prepared on { $date }.
# fr fe1f8f6b
prepare-situation = My situation:
# fr 4704784e
prepare-situation-other = The situation of the person:
# fr e662c266
prepare-doors = The doors to knock on:
# fr f8eeb4c0
prepare-door = • { $name }: { $reason }
# fr 77506cca
prepare-bring =
    To bring:
    • this message, on your phone or on paper;
    • one page about the project, even handwritten;
    • the statutes or the latest accounts, if the structure exists.
# fr d71bde0d
prepare-questions =
    Three questions to ask:
    • Can you help a project like mine?
    • What are the steps, and how long do they take?
    • Who else should I meet?
# fr 899f7f61
prepare-questions-financement =
    Three questions to ask:
    • Which costs can you help with?
    • When must I apply, and when does the answer come?
    • Which documents must I prepare?
# fr 149df1db
prepare-questions-appel =
    Three questions to ask:
    • Does my project fit the rules of this year?
    • When must I send the application?
    • Who can read my application before?
# fr f5860488
prepare-questions-lieu =
    Three questions to ask:
    • Is there room, and at what price?
    • How long can I stay?
    • Is the place accessible to everyone?
# fr 31dbde7d
prepare-close = This message was sent to nobody. You can show it or forward it.

### Words, places, pages, a person

# fr e2005aa3
glossary-intro = Write “word”, then the word to explain. For example: word SCIC.
# fr 7bdcaaad
glossary-term =
    { $term }
    { $text }
    Source: { $source }.
# fr 76557f20
glossary-several = Which word would you like to understand?
# fr 0ad91a1b
glossary-unknown = I do not know this word. Write “word”, then another word.

# fr 1fcdcbb2
places-intro = What are you looking for?
# fr 048ad61a
places-none = I do not know any place here yet.
# fr dd1af176
places-none-here = I know no place in { $name }. What are you looking for?
# fr 5d7c7a2c
places-found = Here are some places. Check before you go.
# fr f1c0ff4f
place-line = • { $name }, { $commune }
# fr b6cf771a
place-title = { $name }. { $address }, { $commune }.
# fr f5034999
place-access = Access: { $said }

# fr 4661f699
pages-intro = Which page would you like to read?
# fr a0119b31
pages-none = There is no page here yet.
# fr e92b0192
page-item = { $number } of { $count }. { $ask }
# fr a444e4b4
page-item-why = This question helps to prepare an appointment. I do not keep your answer.
# fr 6c507317
page-nothing-kept = I kept none of these answers.
# fr d541b75b
page-left = All right, we leave these questions. I kept nothing.

# fr a385f6dd
human-nobody = Nobody reads your messages here. These networks welcome everyone.
# fr d1a5ffaf
human-contact = • { $name }

### The language

# fr bd968d8d
language-switched = All right, I continue in English.

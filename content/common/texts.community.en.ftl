### Forms, and the community, in English. The comment above a sentence is the mark of the French one it translates.

# fr 6d01ac8a
words-annuler = cancel | cancel it | give up | do not send anything

# fr c0d3dae2
form-quoted = “{ $text }”

# fr 4290a325
form-noted-text = Noted: “{ $text }”

# fr f3bd36ef
form-empty = I received nothing to read.

# fr 08535a74
form-too-long = That is too long. Write { $most } characters at most.

# fr a994fbcf
form-needed = I need this answer to go on.

# fr 82c49fcf
form-review = This is what you are about to send.

# fr 13a89781
form-review-how = To change an answer, tap its name or type it.

# fr 79075209
form-send = Send

# fr 2c8db932
form-cancel = Send nothing

# fr 50208e7d
form-cancelled = All right. Nothing is sent. I erase these answers.

# fr 84eb5e85
form-nothing-to-cancel = There is nothing to cancel.

# fr 40213339
form-paused = All right, let us stop here. Nothing is sent. I keep these answers { $hours } hours. To go on, write "continue".

# fr 01596c21
form-restart = Let us start these questions again.

# fr eb282c61
form-back-again = Welcome back. Let us go on here.

# fr 8c6c3314
form-review-later = You can read everything again and change it before it is sent.

# fr d537e20a
form-answer-was = You had answered: { $answer }

# fr 72b4df5b
says-form-send = send | send it | yes | ok | fine | perfect | confirm

# fr df01c5c9
says-form-nothing = nothing | nothing for now | none | no | not now | not yet

# fr f4612715
says-form-cancel = cancel | do not send | erase

# fr 41626e17
words-profil = my member card | member card | my profile | change my card | edit my card | complete my card | see my card

# fr 8e69d098
words-quitter_communaute = leave the community | leave community | I leave the community | stop being a member

# fr aaedba2b
words-fiche_juste = my card is right | yes my card is right | card is right

# fr 72ecfcd9
menu-community = The community

# fr 4e1050c4
member-intro =
    Here, people who carry a project help each other.
    You can find advice, a room, a helping hand, a first client.
    Nothing about you is shown without your consent.

# fr d0ed5b40
member-proof-none = Everyone may come in.

# fr ca47339d
member-proof-animator = A person of the network reads each request. Network: { $network }.

# fr 7c550d6f
member-proof-code = You come in with a code from this network: { $network }. If you have this code, write it alone, here.

# fr f99cf587
member-state-asked = Your request is waiting. A person of the network will read it. Network: { $network }.

# fr 4c386de7
member-state-member = You are a member.

# fr c778774b
member-stopped = You stopped my messages. So members cannot write to you through me.

# fr 4c017471
member-hear-again = Hear again

# fr ed7c1e22
member-state-muted = Your messages to members are paused. To talk about it, write "human".

# fr 6fea94cb
member-resume = Go on with my card

# fr df3089a3
member-join = Join

# fr 8021d7f8
member-join-this = Join: { $name }

# fr 8b552b0e
member-see-card = See my card

# fr f7da0537
member-fill-card = Fill in my card

# fr 1f225d66
member-see-all = See the communities

# fr 0aed08d3
member-leave = Leave the community

# fr 646399da
member-none = You are not a member of any community.

# fr 110030d2
member-gone = I no longer have your card. Nothing is changed. To make another one, write "community".

# fr 8c018c01
member-refused = All right. I record nothing, and you are not a member. You may change your mind: write "community".

# fr 08f678a2
member-repeat = You already told me this:

# fr 5a67f697
member-repeat-ask = Would you like it on your card too?

# fr 583f06b3
member-repeat-oui = Yes, on my card

# fr b3b59f6b
member-repeat-non = No, leave it out

# fr 7039cf97
member-joined-asked =
    It is sent. A person of the network will read your request. Network: { $network }.
    I write to you as soon as they have answered. It may take a few days.
    Meanwhile you can complete your card, or go on here as before.

# fr 1acaebab
member-joined-member = Done, welcome. You are a member here: { $community }.

# fr c90a78d2
member-card-kept = Done. Your card is kept.

# fr 72e41945
member-asked-you = Someone asks to join the community. To read the request, write "to check".

# fr b5aa5cf7
member-leave-which = Which community do you want to leave?

# fr d640db15
member-leave-ask =
    You are about to leave: { $community }.
    I erase your whole card: name, project, what you offer and look for. I also close your exchanges with members.
    Your answers to my other questions stay. Do you confirm?

# fr 83a358f6
member-leave-ask-one =
    You are about to leave: { $community }.
    I keep your card for your other community. Do you confirm?

# fr 91a568ed
member-leave-oui = Yes, leave

# fr 524dd6cb
member-leave-non = No, stay

# fr a979553f
member-stays = All right, I change nothing.

# fr 9cfd34a9
member-left = Done. You are no longer a member here: { $community }. Your card is erased.

# fr e2ea6e82
member-left-one = Done. You are no longer a member here: { $community }. Your card stays for your other community.

# fr c10a7465
member-question = Question { $number } of { $count }. { $ask }

# fr 94ef7537
member-skip = Skip

# fr 62b397ad
member-say-nothing = Say nothing

# fr f2ef4ea7
member-ask-name = Which name do you want to show? A first name is enough.

# fr 4d3222e7
member-ask-structure = What is your project or organisation called?

# fr 5caef730
member-ask-line = Describe your project in one sentence.

# fr 6563de82
member-help-line = Write nothing about your health, your religion, your papers or your money.

# fr 0004a5db
member-ask-domains = Which fields is your project in?

# fr 75d91635
member-ask-offers = What can you offer others? Choose, or write a sentence.

# fr a908a2bf
member-ask-seeks = What are you looking for? Choose, or write a sentence.

# fr cfc1fab9
member-ask-visibility = Who may read your card?

# fr 8a55f643
member-ask-quartier = In which neighbourhood? Do not give an address.

# fr 788f35ea
member-ask-testify = Would you tell about your project at a meeting?

# fr 5f818f02
member-ask-contact = Which e-mail address, or which number, do you want to give?

# fr 66158962
member-why-name = Members call you by this name. It can be a first name or a nickname.

# fr 87686979
member-why-structure = Members recognise your project.

# fr eca897dc
member-why-line = One sentence helps others see whether they can help you.

# fr b586d18d
member-why-domains = This helps to find projects close to yours.

# fr 67fb8069
member-why-offers = A member may be looking for what you offer.

# fr db8b8588
member-why-seeks = A member may offer what you are looking for.

# fr 52670978
member-why-consent = The other members need a card to find you. Without your consent, I keep none.

# fr 32819416
member-why-repeat = It saves you from answering the same question twice.

# fr 675a9725
member-why-leave = I ask once, because what is erased does not come back.

# fr aaf9ef3f
member-why-visibility = You decide who reads your card. You can change it at any time.

# fr 5e91c73a
member-why-etape = This helps you meet projects at the same stage.

# fr f8cb5e4d
member-why-forme = This helps you meet organisations like yours.

# fr 60a7dd42
member-why-commune = This helps you meet people near you.

# fr 5919faaf
member-why-quartier = This helps you meet people near you. It serves nothing else.

# fr 68908833
member-why-testify = A network sometimes looks for a project to present. Only the person who animates reads this answer.

# fr b268e246
member-why-contact = Without it, members write to you through me. That is often enough.

# fr ef3d725f
member-why-qpv = This is used to count projects, that is all. Nobody reads this answer.

# fr 66536f72
member-topic-name = the name

# fr 6c764586
member-topic-structure = the project

# fr 7b4add9a
member-topic-line = the description

# fr f3d5df67
member-topic-domains = the fields

# fr 928eecd7
member-topic-offers = I offer

# fr f29fd278
member-topic-seeks = I look for

# fr 8e1ec58f
member-topic-visibility = who reads the card

# fr b4af720b
member-topic-quartier = the neighbourhood

# fr 7ef33de5
member-topic-testify = telling about my project

# fr 8c67723a
member-topic-contact = the contact

# fr 4c64f5ee
member-topic-etape = the stage

# fr b5602d0b
member-topic-forme = the form

# fr a59d4bdd
member-topic-commune = the municipality

# fr 4fe70d31
member-topic-qpv = the priority neighbourhood

# fr 685e599f
member-visibility-members = Members

# fr 71e270e7
member-visibility-members-says = the members | other members | the community

# fr 0a0e5d2a
member-visibility-hidden = Nobody, except the animator

# fr 8941f73c
member-visibility-hidden-says = nobody | hidden | hide it

# fr 579a8582
member-visibility-public = Everyone

# fr bfe6b0e5
member-visibility-public-says = everybody | public | public page

# fr 0a904076
member-testify-oui = Yes

# fr a517c28b
member-testify-oui-says = yes | ok | with pleasure | of course

# fr 7f62496b
member-testify-non = No

# fr d14e0d7a
member-testify-non-says = no | no thanks | rather not

# fr efaa6459
member-name-form = I am waiting for a name or a nickname. Please write it.

# fr 11e0df53
member-contact-form = Write only an e-mail address, or a telephone number.

# fr e9830b1d
member-line = { $topic }: { $said }

# fr 6dc489d2
member-card-seen = Your card, as others read it:

# fr 32804ca0
member-card-closed = The other members do not read your card.

# fr eb063d57
member-card-alone = What members do not read:

# fr 3dabfcc1
member-card-members = Who reads it: the members of your communities, and the person who animates.

# fr 89097245
member-card-hidden = Who reads it: you, and the person who animates.

# fr fceb1160
member-card-public = Who reads it: everyone. The contact is shown to members only.

# fr a3085e9e
member-edit = Change an answer

# fr 31e3dec2
member-more = Complete my card

# fr 416c5ab7
member-choose-shown = Choose what is shown

# fr 5ad9580a
member-edit-which = What do you want to change?

# fr 6dfe9d71
member-more-which = What do you want to add? Everything is optional.

# fr 7a51649e
member-doors = Tap a name to show it or hide it.

# fr c1d3ddb6
member-show = Show: { $topic }

# fr 38264144
member-hide = Hide: { $topic }

# fr d9c1ecc9
member-changed = It is changed.

# fr f87144d8
member-emptied = It is erased.

# fr 52e16c04
member-right = Thank you. I will ask again in a year.

# fr 97bf56b3
member-check =
    This is your member card. Once a year I ask you: is it still right?

# fr 336b61ec
member-check-how = Tap a button. Or write "my card is right", "change my card" or "leave the community".

# fr 9f2c8790
member-check-right = Yes, my card is right

# fr e4b67024
member-check-edit = Change my card

# fr 42b17a0b
form-bare = “{ $said }” is not enough here. Write a few words.

# fr 217f1048
form-words-only = Here, write your text in a few words. To send nothing, write “cancel”.

### Talking to someone of a network, in English. The comment above a sentence is the mark of the French one it translates.

# fr 6a221b2d
talk-ask-network = Which network do you want to write to? Someone of the network can answer you here.

# fr 77bb6c33
talk-anyone = I do not know which one

# fr b1b005a2
talk-contacts = See the public contacts

# fr ccd60fc9
talk-back = Do not write

# fr b3ab7bbf
talk-write = Write your question for { $network }, in one go. Your name will not be given.
    Write no name and no telephone number. The answer will come here.

# fr 4c099a7e
talk-closed-now = Nobody reads at the moment. Your message will leave on { $day } at { $hour }.

# fr 853ec1f2
talk-hours = Open: { $hours }.

# fr 95a15eec
talk-confirm = This text will leave for { $network }, without your name:
    “{ $text }”

# fr 3b1997e9
talk-confirm-room = Several people of the network will read it in their group.

# fr 05cab34a
talk-yes = Send this text

# fr 195e1d1b
talk-edit = Change the text

# fr 2c8db932
talk-no = Send nothing

# fr 30acdaf1
talk-kept = All right. Nothing is sent.

# fr 2c9ecbf6
talk-sent = It is sent: { $network }. Your name is not given. When someone answers, you read it here.

# fr 1fd6efa2
talk-sent-later = Noted. Nobody reads at the moment for { $network }.
    Your message will leave on { $day } at { $hour }, without your name.

# fr 28c97db4
talk-nobody-now = Nobody reads here at the moment for { $network }.

# fr d96eead5
talk-too-many = Three questions are open already. Wait for an answer, or close one. Write “human” to see them.

# fr 25407a53
talk-state-waiting = { $network }: your question has been waiting for an answer since { $day }.
    “{ $text }”

# fr d5d02ad6
talk-state-answered = { $network }: you have received an answer.

# fr 963e9a5f
talk-add = Add a word

# fr bbd8279e
talk-add-to = Add a word: { $network }

# fr 8e26acdf
talk-settled = It is settled

# fr 5acfbe85
talk-settled-with = It is settled: { $network }

# fr b0673fca
talk-other = Write to another network

# fr e86f7311
talk-new = Ask another question

# fr 05af8039
talk-reply = Answer

# fr 68919919
talk-write-more = Write what follows for { $network }, in one go. Your name will not be given.

# fr 15d666a4
talk-done = Noted. Your question is closed, and I have erased its text.

# fr 3f1759d0
talk-is-over = This question is closed. Nothing is sent.

# fr 1d9555cc
talk-answered = { $network } answers you:
    “{ $text }”

# fr 152f131d
talk-corrected = { $network } corrects its answer:
    “{ $text }”

# fr 4bc2b199
talk-closed-by-network = { $network } has closed your question. You can ask another one.

# fr ef06d034
talk-words-close = close | close the question

# fr 7537b38a
talk-words-not-here = not here | no questions here

# fr aff1b651
talk-room-spared = All right. No question will come here any more. They will go in private to those who animate the network.

# fr a38e9611
talk-room-not-yours = Only someone who animates this network can ask that. Nothing has left.

# fr 6f0ef263
talk-room-question = Question no. { $number }, for { $network }:
    “{ $text }”
    Reply to this message: the person will read your text, without your name. Anyone in this group may answer.
    To close the question, reply “close”. To receive no more of them here, reply “not here”.

# fr 2efeb560
talk-room-more = Question no. { $number }, the person adds:
    “{ $text }”
    Reply to this message. To close the question, reply “close”.

# fr b071be04
talk-room-settled = Question no. { $number }: the person no longer waits for an answer.

# fr 3c794b45
talk-room-alert = Question no. { $number }, without an answer for one working day:
    “{ $text }”
    Reply to this message. To close the question, reply “close”.

# fr 590f7351
talk-room-passed = Question no. { $number }: your answer has left, without your name.

# fr 0219d7b7
talk-room-passed-morning = Question no. { $number }: your answer will leave tomorrow morning, without your name.

# fr 8d9e1f52
talk-room-closed = Question no. { $number }: it is closed. The person is told.

# fr a99cb5e6
talk-room-over = Question no. { $number } is closed. The person has received nothing.

# fr e4ae4a01
talk-room-gone = Question no. { $number } no longer exists: its text is erased. Nothing has left.

# fr d2299d16
talk-room-elsewhere = Question no. { $number } has gone to another network. Nothing has left.

# fr 80a28d33
talk-room-text-only = Question no. { $number }: only a text can leave. Nothing has left.

# fr 22f59bb5
talk-room-too-long = Question no. { $number }: this text is too long. Write { $most } characters at most. Nothing has left.

# fr 5af5dd9f
talk-direct-question = Someone asks { $network } a question:
    “{ $text }”
    They do not give their name. They will not see yours.

# fr e1778404
talk-direct-more = The person adds, for { $network }:
    “{ $text }”

# fr 2addcc6b
talk-direct-alert = This question has been waiting for an answer for one working day, for { $network }:
    “{ $text }”

# fr ddd8f0fb
talk-answer = Answer the question

# fr acf1c5f9
talk-over = Close the question

# fr 9b42424c
talk-direct-write = Write your answer, in one go. The person will read it in the name of { $network }.

# fr 56328c76
talk-direct-sent = Your answer has left, in the name of { $network }.

# fr b91a1267
talk-direct-sent-morning = Your answer will leave tomorrow morning, in the name of { $network }.

# fr 6665c34a
talk-direct-over = This question is closed. Nothing has left.

# fr b0d81864
talk-direct-closed = The question is closed. The person is told.

# fr 2b0a457b
journal-spare-room = questions kept out of a room
# fr 29041aba
journal-talk-answer = question answered
# fr a363c611
journal-talk-close = question closed

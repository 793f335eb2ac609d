### Writing to many, in English. The comment above a sentence is the mark of the French one it translates.

# fr e9a04ad8
words-diffuser = broadcast | write to many | write to everyone | message to everyone | mass message

# fr 783a4eff
broadcast-open = Write to many

# fr 47cd792a
broadcast-from = Message from the network { $network }:

# fr 65d59d74
broadcast-how = You can answer here. Your name will not be given.

# fr ca2b538c
broadcast-no-more = Receive no more of these

# fr 33da121f
broadcast-coming = I am coming

# fr 926a73ca
broadcast-moment = { $day } at { $hour }

# fr 8c62c6a8
broadcast-first = Here you write to many people at once. Only those who said yes receive the message. Each receives it once.

# fr 726adc94
broadcast-hello = Your last messages:

# fr 6ab9684e
broadcast-line = Message { $number }, { $when }: “{ $text }”

# fr 2bc43daf
broadcast-line-network = Network: { $network }

# fr 5e8d80ab
broadcast-new = Write a message

# fr fbf82c90
broadcast-resume = Go on with the message begun

# fr 51c755fb
broadcast-list = See my messages

# fr fbb9300d
broadcast-no-network = You animate no network at the moment. Nothing is sent.

# fr e681dfac
broadcast-ask-network = In the name of which network?

# fr 43447217
broadcast-why-network = The name of the network stands at the top of the message.

# fr a692bb10
broadcast-topic-network = The network

# fr 1b2bff98
broadcast-ask-text-first = Write your message in one go ({ $language }, { $most } characters at most).

# fr aee7badc
broadcast-help-text = You can also send me a picture or a document.

# fr 92f56733
broadcast-why-text-first = This is the text that everyone will read. You will read it again before it leaves.

# fr 2b74408e
broadcast-ask-text-other = Write the same message in this language: { $language }.

# fr 7ccecd35
broadcast-why-text-other = Some people talk to me in this language. Without a translation they will read the first text.

# fr ac6039e0
broadcast-skip-text = No translation

# fr ad217ddc
broadcast-topic-text = The text ({ $language })

# fr d86c42a7
broadcast-text-short = Write one sentence at least.

# fr 47e55c5f
broadcast-text-kept = Noted.

# fr 0e5208ac
broadcast-ask-joined = Do you want to add a gathering or a link? A gathering adds the button “I am coming”.

# fr 4322c671
broadcast-why-joined = A button saves people a search. A link is written in full, with https.

# fr 43cc6a89
broadcast-skip-joined = Nothing else

# fr 6e47e6b8
broadcast-topic-joined = The gathering or the link

# fr 621a922a
broadcast-joined-gathering = { $title }, { $start }

# fr 6bfc514c
broadcast-ask-file = Send the picture or the document here, as to a friend.

# fr cd7f4a06
broadcast-why-file = A picture or a programme may say more than the text. It is not required.

# fr 71dda5ea
broadcast-topic-file = The picture or the document

# fr 7fc48a90
broadcast-skip-file = No picture and no document

# fr 751dd05c
broadcast-is-picture = a picture

# fr 4fa35d42
broadcast-is-file = a document

# fr ac3fdb39
broadcast-picture-kept = I have the picture.

# fr 5f39e194
broadcast-file-kept = I have the document.

# fr 33d59f53
broadcast-ask-alt = Say in one sentence what is in it ({ $most } characters at most).

# fr 42ba0c93
broadcast-why-alt = Some people do not see the picture. They will read this sentence.

# fr 89384285
broadcast-topic-alt = What is in it

# fr 0af0dbb0
broadcast-picture-alt = Picture with this message: { $alt }

# fr f1f8b351
broadcast-file-alt = Document with this message: { $alt }

# fr a5e68a7f
broadcast-file-too-large = This file is too heavy. It must be under 3 MB. Send a lighter one.

# fr 43af3805
broadcast-file-unreadable = I cannot send this along. Send a photo, or a document ready to print.

# fr 487589d8
broadcast-file-unreachable = I could not receive the file. Send it once more.

# fr 04256ef3
broadcast-file-text-long = With a picture or a document, the text has { $most } characters at most. Yours has { $count }. Shorten it, then send the document again.

# fr 43cc23fa
broadcast-file-name = document

# fr 6105d6cc
broadcast-picture-name = picture

# fr 0ebfba9a
broadcast-ask-who = To whom do you write?

# fr 0d7a7103
broadcast-why-who = The fewer people, the more the message is read.

# fr e113ab96
broadcast-topic-who = The readers

# fr 15205b66
broadcast-who-network = Those who follow { $name }

# fr be0db4f3
broadcast-who-series = Those who follow: { $name }

# fr fa917b50
broadcast-who-community = The members: { $name }

# fr 3a4f976d
broadcast-who-coming = Those who come to this gathering

# fr 0a4a67ad
broadcast-who-all = All who said yes to messages

# fr f5ee2a5a
broadcast-who-again = This choice no longer exists.

# fr 9fe04eb4
broadcast-ask-narrow = Do you want to choose more finely?

# fr 6e66829b
broadcast-why-narrow = The commune, the field and the stage come from the member's card. Those without a card are then left out.

# fr cf73ce9c
broadcast-skip-narrow = No, all of them

# fr f7242f80
broadcast-topic-narrow = The sorting

# fr be973c70
broadcast-narrow-commune = By commune

# fr f2290d28
broadcast-narrow-domains = By field

# fr d6661654
broadcast-narrow-etape = By stage of the project

# fr 0696a22f
broadcast-narrow-language = By language

# fr 93bc3027
broadcast-narrow-channel = By messenger

# fr 6b82840b
broadcast-ask-commune = In which commune? Write its name.

# fr 3b01057a
broadcast-why-commune = Only cards of this commune are kept.

# fr a1bb56d9
broadcast-topic-commune = The commune

# fr b1a8c1a4
broadcast-ask-domains = Which fields?

# fr de3ec2f4
broadcast-why-domains = One field in common is enough.

# fr 96cb49d0
broadcast-topic-domains = The fields

# fr 6b192e79
broadcast-ask-etape = Which stages?

# fr 8cd7f104
broadcast-why-etape = One of these stages is enough.

# fr 09e7d2cf
broadcast-topic-etape = The stages

# fr 54c398b1
broadcast-ask-language = Which language?

# fr 482a6fd2
broadcast-why-language = It is the language in which the person talks to me.

# fr 589dbb3e
broadcast-topic-language = The language

# fr 402bb86c
broadcast-ask-channel = Which messenger?

# fr 5f0f23b2
broadcast-why-channel = It is the one from which the person wrote to me last.

# fr 76b03f7a
broadcast-topic-channel = The messenger

# fr cf23fa4d
broadcast-ask-when = When should it leave?

# fr 074e6c70
broadcast-help-when = Touch the button, or write a day and an hour. For example: tomorrow 9:00.

# fr 2816349f
broadcast-why-when = At night I write to nobody. I wait for the morning.

# fr 49927f04
broadcast-topic-when = The departure

# fr aeb2c212
broadcast-now = Right away

# fr de57dfce
broadcast-when-past = This hour is over.

# fr debed7f0
broadcast-when-unread = I did not understand the day and the hour. For example: tomorrow 9:00.

# fr a1532c2d
broadcast-review = This is your message, as it will be read.

# fr 5b69a333
broadcast-preview = — { $language } —

# fr 68352b05
broadcast-preview-button = [{ $label }]

# fr 0d8caa0f
broadcast-reached = { $count ->
    [0] Nobody will receive it.
    [one] One person will receive it.
   *[other] { $count } people will receive it.
}

# fr 37db2ec0
broadcast-by-channel = By messenger: { $said }.

# fr 1bd0dfda
broadcast-by-language = By language: { $said }.

# fr 3fed6ee2
broadcast-left-out = { $count ->
    [one] One person will not receive it:
   *[other] { $count } people will not receive it:
}

# fr 3ac72576
broadcast-left-out-no-yes = • { $count } who did not agree to these messages

# fr f4e10dc9
broadcast-left-out-blocked = • { $count } who blocked the bot

# fr ece1197e
broadcast-left-out-no-address = • { $count } without a known address

# fr 8c33b181
broadcast-left-out-muted = • { $count } silenced in the community

# fr 2b76a444
broadcast-missing = Careful: there is no text in this language: { $language }.

# fr 8c0c69e6
broadcast-stale = Careful: the first text has changed. The translation may be wrong: { $language }.

# fr a723444b
broadcast-same-text = Careful: you sent this text less than { $minutes } minutes ago.

# fr 3351fc9a
broadcast-leaves-now = It leaves { $seconds } seconds after you agree. You can still take it back.

# fr 550a845e
broadcast-leaves = It leaves { $when }.

# fr e942fc3a
broadcast-leaves-morning = It leaves { $when }. At night I write to nobody.

# fr a4b17590
broadcast-try = Send me a test

# fr 2448873d
broadcast-tried = { $count ->
    [one] A test has left for you.
   *[other] { $count } tests have left for you, one for each messenger.
}

# fr 9c87f15b
broadcast-send = { $count ->
    [one] Send to one person
   *[other] Send to { $count } people
}

# fr 07117464
broadcast-nobody = Nobody can receive it. Change the readers.

# fr 47d784eb
broadcast-lacking = Everyone will read the text in this language: { $language }. Send it anyway?

# fr 0312d993
broadcast-lacking-stale = Do you want to send it anyway?

# fr 61b1aadf
broadcast-anyway = Send anyway

# fr f77d650a
broadcast-write-it = Write the translation

# fr 1c8d0a64
broadcast-type = To send, write the number of people: { $count }. Otherwise write “back”.

# fr cba6e7f4
broadcast-other-number = This is not the right number. Nothing has left.

# fr 9a6b8ae0
broadcast-not-sent = Nothing has left.

# fr c8d3fd44
broadcast-confirmed = { $count ->
    [one] It is ready. One person will receive it in { $seconds } seconds.
   *[other] It is ready. { $count } people will receive it in { $seconds } seconds.
} I will tell you what becomes of it.

# fr e4b835ba
broadcast-confirmed-later = { $count ->
    [one] It is ready. One person will receive it.
   *[other] It is ready. { $count } people will receive it.
} It leaves { $when }. I will tell you what becomes of it.

# fr e9092cba
broadcast-do-draft = Take the message back

# fr 42dd586c
broadcast-do-pause = Pause

# fr 1a68eac5
broadcast-do-resume = Go on sending

# fr 5a501162
broadcast-do-stop = Stop sending

# fr 6349357a
broadcast-do-again = Send again to the uncertain

# fr 5ec824d2
broadcast-do-one = { $said } (message { $number })

# fr 8b1287ff
broadcast-taken-back = The message is taken back. Nobody received it.

# fr 5b50ed5b
broadcast-done-pause = Sending is paused. Nothing leaves any more.

# fr bd30ddf0
broadcast-done-resume = Sending goes on.

# fr b2bb6103
broadcast-done-stop = Sending is stopped. What has left cannot be taken back.

# fr a3e41cae
broadcast-done-stop-before = The message is stopped. Nobody received it.

# fr 798a031a
broadcast-done-again = { $count ->
    [one] I send it again to one person. They may read it twice.
   *[other] I send it again to { $count } people. Some may read it twice.
}

# fr 65e029a3
broadcast-again-none = There is nobody to send it to again.

# fr 40bafddc
broadcast-already = It is done already.

# fr f39b2371
broadcast-too-late-draft = Too late to take it back: sending has begun.

# fr 5c7872e4
broadcast-too-late-pause = Nothing is being sent.

# fr d613dc55
broadcast-too-late-resume = Sending is not paused.

# fr 05317b22
broadcast-too-late-stop = Sending is over already.

# fr 52193ccc
broadcast-stopped-gathering = The gathering does not take place any more. I stopped your message. Nobody received it.

# fr 4e8c9151
broadcast-state-waiting = { $count ->
    [one] Ready. One person will receive it, { $when }.
   *[other] Ready. { $count } people will receive it, { $when }.
}

# fr ac25e718
broadcast-state-sending = Being sent. Sent: { $sent }. To come: { $left }. Not delivered: { $refused }.

# fr 524f5195
broadcast-state-paused = Paused. Sent: { $sent }. To come: { $left }. Not delivered: { $refused }.

# fr c849731b
broadcast-ends = Expected to end around { $hour }.

# fr 413b1026
broadcast-report = Sending is over.

# fr e7cc4f75
broadcast-report-stopped = Sending is stopped.

# fr e63f1398
broadcast-count-none = Nobody received this message.

# fr ac18d8a1
broadcast-count-sent = • Sent: { $count }

# fr 48a8a3fb
broadcast-count-held = • Three messages already this week: { $count }

# fr e5c58627
broadcast-count-failed = • Refused by the messenger: { $count }

# fr 7cd5e95e
broadcast-count-skipped = • No longer agreed or reachable: { $count }

# fr c592f8c4
broadcast-count-cancelled = • Stopped before leaving: { $count }

# fr 30a7fae3
broadcast-count-uncertain = • Uncertain, perhaps received: { $count }

# fr 25ec7510
broadcast-count-gone = • Gone or united meanwhile: { $count }

# fr 32acd6fa
relay-ask = Do you want to send this to the network { $network }? Your name will not be given.
    “{ $text }”

# fr 0f0aeb63
relay-yes = Yes, send it

# fr 57b7e515
relay-no = No, do not send it

# fr 30acdaf1
relay-kept = All right. Nothing is sent.

# fr 2eec75d3
relay-nobody = Nobody reads here for the network { $network } at the moment. Here is whom to reach.

# fr b4ef44d8
relay-words = Someone answers a message of the network { $network }:
    “{ $text }”
    I do not know their name.

# fr b69daba5
relay-answered = The network { $network } answers you:
    “{ $text }”

# fr 05af8039
relay-answer = Answer

# fr 02d4fad6
relay-answer-network = Answer the network

# fr 4b3b2c5b
relay-write = Write your answer. Your name will not be given.

# fr 95fd10bb
relay-write-network = Write your answer. It will leave in the name of the network.

# fr dc6d451d
relay-sent = It is sent to the network { $network }, without your name.

# fr a52c85fc
relay-sent-morning = The network { $network } will read it tomorrow morning, without your name.

# fr ebee6c49
relay-answer-sent = Your answer has left, in the name of the network { $network }.

# fr cb71964d
relay-answer-sent-morning = Your answer will leave tomorrow morning, in the name of the network { $network }.

# fr f50f3a23
relay-gone = This person is no longer here. Nothing is sent.

# fr add11d29
room-gathering = A new gathering:

# fr a2c38e18
room-gathering-changed = A change for this gathering:

# fr a9f9db51
room-gathering-cancelled = This gathering is cancelled:

# fr 2f725311
room-gathering-how = To come, write to me in private: “gatherings”.

# fr f6e8485f
kept-recipients = { $count ->
    [one] • One message of a network is about to leave for you.
   *[other] • { $count } messages of networks are about to leave for you.
}

# fr d95d14ca
export-recipients = The messages of networks about to leave for you

# fr f6a435e8
journal-broadcast-send = broadcast confirmed

# fr fc5aaf6e
journal-broadcast-take-back = broadcast taken back before it left

# fr 2ea2c594
journal-broadcast-pause = broadcast paused

# fr 19c39d70
journal-broadcast-resume = broadcast resumed

# fr 94ab9e42
journal-broadcast-stop = broadcast stopped

# fr b1dc2379
journal-broadcast-again = sent again to the uncertain

# fr 3f6eb107
journal-broadcast-try = broadcast tried on oneself

# fr c7851b5f
journal-answer = answer to a person

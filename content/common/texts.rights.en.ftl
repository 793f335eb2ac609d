### Your rights, in English. The comment above a sentence is the mark of the French one it translates.

# fr 415aef6c
words-accords = my agreements | my consents | agreements | consents

# fr e428f5d6
words-fichier = my data as a file | my data file | download my data | export my data

# fr 96907206
says-arreter = stop it | stop everything | enough

# fr d9a425da
consent-keep = I keep your answers { $hours } hours. Would you like me to keep them { $days } days? I will write to you once if you have not finished.

# fr 04b76d43
consent-keep-yes = Yes, { $days } days

# fr 2c8b6e96
consent-keep-no = No, { $hours } hours

# fr 88894b33
consent-statistics = May I count your answers in the statistics? Nothing there says who you are. You can say no later. What is counted stays counted.

# fr 61562ae3
consent-statistics-yes = Yes, count them

# fr 666b412f
consent-statistics-no = No, do not count them

# fr 59566245
consent-community = To be a member, I have to keep your card. Other members see only what you choose. I write to you when a member wants to talk with you. I keep the card until { $months } months of silence. Do you agree?

# fr 7435f8a9
consent-community-yes = Yes, keep my card

# fr fb72248d
consent-community-no = No, keep nothing

# fr 03dff9b7
consent-gatherings = Would you like messages about the gatherings? Each message says how to stop them.

# fr 43309083
consent-gatherings-yes = Yes, send them

# fr af257606
consent-gatherings-no = No, do not send them

# fr d515b8bf
consent-followup = May I write to you later to know how your project is going? You will be free not to answer.

# fr 3fafe1a9
consent-followup-yes = Yes, write to me

# fr b91a58e6
consent-followup-no = No, do not write to me

# fr 572a8ae6
consent-handover = May I give your request to a network? I show you the exact text first. Nothing leaves without your yes.

# fr 59e79c8d
consent-handover-yes = Yes, give it

# fr f90f531b
consent-handover-no = No, do not give it

# fr a632cb52
purpose-keep = keeping your answers longer

# fr 1ed40a4f
purpose-statistics = counting your answers in the statistics

# fr de158135
purpose-community = counting you among the members

# fr ce8231e9
purpose-gatherings = writing to you about gatherings

# fr 14f013f6
purpose-followup = asking you how your project is going

# fr 56acd2cf
purpose-handover = giving your request to a network

# fr bb21620f
purpose-alerts = writing to you when something fails

# fr e2b8821d
accords-title = Here are your agreements. Saying no is as simple as saying yes.

# fr 4f6384e2
accords-none = You have not agreed to anything. So I never write to you by myself.

# fr c119398c
accords-yes = • Yes to { $purpose }. It was on { $day }.

# fr 1f8c87d8
accords-no = • No to { $purpose }. It was on { $day }.

# fr 67b3821d
accords-withdraw = Say no: { $purpose }

# fr e9122459
accords-agreed = Noted: yes to { $purpose }. To change your mind, write “my agreements”.

# fr 9b6df56f
accords-refused = Noted: no to { $purpose }.

# fr 9f3dabda
accords-button = See my agreements

# fr 89f5c43e
privacy-kept = Noted. I keep your answers { $days } days. To erase everything, write “forget”.

# fr 93911c9f
privacy-not-kept = Noted. I erase your answers after { $hours } hours of silence.

# fr f267eb81
privacy-stopped = Noted. I will no longer write to you by myself. I erase your answers after { $hours } hours of silence. To go on, write “resume”.

# fr da0993b0
stop-list = This is what stops:

# fr cc7f86c1
stop-statistics = • Your answers no longer count in the statistics.

# fr 68c4e7e5
stop-community = • Messages of the community. Members no longer find you.

# fr 86518b1b
stop-gatherings = • Messages about gatherings.

# fr e034a020
stop-followup = • Questions about how your project goes on.

# fr 2f31d133
stop-handover = • Nothing more is given to a network.

# fr 90721064
stop-alerts = • Messages when something fails.

# fr a5982799
stop-known = I still keep what “my data” says. Without a message from you, everything is erased after { $months } months. To erase it all now, write “forget”.

# fr 535e3589
stop-answers = If you write to me, I always answer.

# fr 7f8d11ba
stop-hint = To receive nothing more that you did not ask for, write “stop”.

# fr b5e55ae7
privacy-my-data = Here is what I keep:

# fr 10b28905
privacy-no-answers = No answer to my questions.

# fr 76f084bf
privacy-why = It is used to answer you, to find support, to go on after a pause.

# fr f86065e8
privacy-until-hours = I also keep your messaging identifier, to answer you. Everything is erased after { $hours } hours of silence.

# fr 540deed8
privacy-until-days = I also keep your messaging identifier, to answer you. Everything is erased after { $days } days of silence.

# fr aabeaed7
staying-until-hours = I also keep your messaging identifier, to answer you. Your answers are erased after { $hours } hours of silence.

# fr 4f38e12b
staying-until-days = I also keep your messaging identifier, to answer you. Your answers are erased after { $days } days of silence.

# fr 5da3d45b
staying-gatherings = Your places are erased { $days } days after each gathering. For the last one: on { $day }.

# fr cd316945
staying-requests = Your requests are erased { $days } days after they end.

# fr 86bff5f6
staying-calls = Your reminders of calls are erased after { $months } months of silence.

# fr ed030158
staying-last = The identifier is erased once all of this is erased.

# fr f2ce7ba6
known-until-hours = I also keep your messaging identifier, to answer you. Your answers are erased after { $hours } hours of silence. All the rest is erased after { $months } months.

# fr f8242efd
known-until-days = I also keep your messaging identifier, to answer you. Your answers are erased after { $days } days of silence. All the rest is erased after { $months } months.

# fr a4b51455
privacy-draft = • What you began to write. I erase it after { in-hours }.
# fr f01e7a88
kept-profiles = • Your member card.

# fr a526c47c
kept-memberships = { $count ->
    [one] • Your place in a community.
   *[other] • Your place in { $count } communities.
}

# fr b0535d4a
kept-passes = • Your access to a laureate project.

# fr a956873d
kept-introductions = { $count ->
    [one] • One request for an introduction.
   *[other] • { $count } requests for an introduction.
}

# fr 06fbb666
kept-blocks = { $count ->
    [one] • One person from whom you want no more messages.
   *[other] • { $count } people from whom you want no more messages.
}

# fr 132d8784
kept-reports = { $count ->
    [one] • One report that you made.
   *[other] • { $count } reports that you made.
}

# fr e55c5888
kept-corrections = { $count ->
    [one] • One correction that you propose.
   *[other] • { $count } corrections that you propose.
}

# fr 02af9774
privacy-data-button = See my data

# fr 5298c894
privacy-file-button = Receive my data

# fr 7478f9f6
privacy-complain-button = Contact and complaint

# fr 37a9f0d8
privacy-file = Here are your data, in two files. The first one is to be read. The second one is to take them to another service. Keep them in a safe place.

# fr 445c6b6c
export-title = What Boussole keeps about you

# fr 55c84606
export-made = Made on { $day } at { $hour }.

# fr 35509252
export-empty = Nothing else is kept.

# fr e4ed7cf7
export-people = You

# fr e2ade58a
export-addresses = Your messaging services

# fr d5d0a458
export-conversations = Your conversation

# fr 5f41c773
export-consents = Your agreements

# fr 530d6bda
export-outbox = My messages to you

# fr 21daef6b
export-roles = Your roles

# fr 5cc1a128
export-memberships = Your communities

# fr ab36ed73
export-profiles = Your member card

# fr e61052a3
export-introductions = Your introductions

# fr 9f76d638
export-corrections = Your corrections of cards

# fr e47d79b0
export-blocks = The people from whom you want no more messages

# fr 4ef32813
export-readers = The summary that you receive

# fr 841fc7e7
export-openings = Your links to read the summary

# fr cafa8a20
export-sittings = The summary open in your browser

# fr 721d4bd1
privacy-forget = I will erase your answers and your messaging identifier. It cannot be undone. Do you confirm?

# fr b4538bc5
privacy-forget-known = I will erase everything: your answers, your card, your roles, your agreements. Your messaging identifier too. It cannot be undone. Do you confirm?

# fr 1ad394fa
privacy-forget-yes = Yes, erase everything

# fr a8103a60
privacy-forget-no = No, erase nothing

# fr 54408b80
privacy-forget-button = Erase everything

# fr 826be125
privacy-forgotten = It is erased. I keep nothing about you.

# fr 9b36c8fb
privacy-forgotten-copies = Backup copies still exist. They disappear within { $days } days.

# fr d5551556
privacy-forgotten-already = I have no data about you.

# fr 7aa0ba28
privacy-forget-kept = All right, I erase nothing.

# fr e2f4a086
there-any = Our messages stay on your device. You can erase them there.

# fr 0b1edca4
there-telegram = Our messages stay with Telegram and on your phone. To erase them, delete this chat in Telegram.

# fr b5d7f13b
there-matrix = Our messages stay on your Matrix server. To erase them, remove your messages, then leave this room.

# fr c3badf99
ending-notice = I have read nothing from you for a long time. Without a message from you, I erase everything on { $day }. This includes your card, your roles and your agreements. To keep everything, answer with one word.

# fr 6468214c
ending-stay = Keep everything

# fr e677e0da
ending-forget = Erase everything now

# fr 0674621a
ending-kept = Noted. I keep everything. After { $months } months of silence, I tell you again.

# fr 235efb26
privacy-notice =
    I am a program. I serve to guide people, and nothing else. I decide nothing for you.
    I keep your answers { $hours } hours, or { $days } days if you say yes. I need no name.
    Your messaging service keeps your messages too. I cannot erase them there.
    You can see, correct or erase your data. Choose to know more.

# fr 3a7bfa1f
notice-who-button = Who keeps my data?

# fr 11bc9470
notice-what-button = Which data, and why?

# fr de543d99
notice-given-button = Who can see them?

# fr 4b221b5e
notice-durations-button = For how long?

# fr 2491f219
notice-rights-button = My rights

# fr 93b8f889
notice-complain-button = Complain to the CNIL

# fr 9280e4a1
notice-easy-button = Easy-to-read version

# fr b130d1d8
notice-controller = { $controller } answers for your data. The word of the law: data controller.

# fr 6f5ec175
notice-controller-none = Who answers for your data has not been named yet.

# fr d17a57b3
notice-contact = To write about your data: { $contact }

# fr 4eaab16f
notice-contact-none = The contact has not been named yet. Write “human” to reach a person.

# fr e7d4b011
notice-dpo = Data protection officer: { $dpo }

# fr 1d6a571b
notice-dpo-none = No data protection officer is named here.

# fr 68ba0c47
notice-basis = Why it is allowed: { $basis }. For the rest, your agreement, which you can take back.

# fr 781a8b3a
notice-basis-none = Why it is allowed: a task of public interest. For the rest, your agreement, which you can take back.

# fr ebdac315
notice-what =
    Necessary: your messaging identifier. Without it, I cannot answer you.
    Optional: your answers, to find support. You can skip each question.
    Only with your yes: a reminder, the community, the gatherings, the statistics.
    Never: your health, your religion, your papers, your money.
    Written rules put support in order. No decision is made by a program.

# fr 77d7343c
notice-given =
    Nobody receives your answers without your yes.
    Members see what you choose of your card. The network's animators read what a member reports.

# fr 1b6d6797
notice-processors = These organisations make the service run:

# fr d1a5ffaf
notice-processor = • { $name }

# fr 5900b3dd
notice-processors-none = The host has not been named yet.

# fr f071b9a3
notice-transfers = Outside the European Union: { $transfers }

# fr 7c662ccf
notice-through-telegram = Telegram, outside the European Union, carries our messages and can read them.

# fr 8b4b4000
notice-through-matrix = Your Matrix server carries our messages. They are encrypted: it does not read them.

# fr 0cf56875
notice-durations =
    • Your answers: { $hours } hours of silence, or { $days } days with your yes.
    • The text of my answers: until your next message, { $replies } hours at most.
    • My other messages, and the numbers of messages: { $texts } days.

# fr 03fcb20b
notice-durations-more =
    • A card, a role, an agreement: { $months } months of silence. I tell you { $first } days then { $second } days before.
    • The proof of a yes or a no: it stays, without your name.
    • A counted orientation, without your name: { $counted } months.
    • The use of roles, without a name: { $journal } months at least.
    • Technical logs, without a name: { $logs } months at most.
    • Backup copies, and the print of an erasure: { $backups } days at most.

# fr dec278a2
notice-rights =
    • See your data and take them away: write “my data”.
    • Correct them: write “change”.
    • Erase everything: write “forget”.
    • Take back an agreement: write “my agreements”.
    • Receive no more messages: write “stop”.
    • Object, or ask for a limit: write to the contact. The answer comes within a month.

# fr ff78e601
notice-complain =
    You can complain to the CNIL, the French data authority. It is free.
    On the Internet: www.cnil.fr/fr/plaintes
    By post: CNIL, 3 place de Fontenoy, 75334 Paris Cedex 07, France

# fr f46a4fa8
notice-easy =
    I am a program. I help you find support.
    I do not ask your name.
    I keep few things. I erase them quickly.
    You can read what I keep: write “my data”.
    You can erase everything: write “forget”.
    You can talk to a person: write “human”.

# fr 559afe20
welcome-telegram = Telegram is a private service, outside the European Union. It can read this conversation. To talk without Telegram, write “human”.

# fr a24a3b23
welcome-elsewhere = The same service exists on Matrix: { $address }

# fr 2aa01cba
welcome-notice = { $controller } answers for your data. To read it all, write “privacy”.

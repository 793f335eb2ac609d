### Laureate projects and the check of requests, in English. The comment above a sentence is the mark of the French one it translates.

# fr 4d260572
words-projet = my laureate project | my colleagues | my team | our team

# fr 2c5cdb10
words-collegue = invite a colleague | invite colleagues | invite my colleagues | add a colleague

# fr 8ace5f07
words-laureat = new laureate | add a laureate | new laureate project | laureate code

# fr 30a232d8
words-verifier = to check | requests to check | check the requests | requests

# fr a02865ed
words-membres = members | the members | list of members

# fr 250d3ef3
laureate-code =
    This code is for the project “{ $project }”.
    It is a laureate project: { $call }, { $year }.
    It lets you in here: { $community }.

# fr 2f03d7af
laureate-entered =
    Done, and welcome. You are a member here: { $community }.
    Your project: “{ $project }”.

# fr 9905894c
laureate-may-invite = { $count ->
    [one] You can invite one colleague. They will have a code of their own.
   *[other] You can invite { $count } colleagues. Each of them will have a code of their own.
 }

# fr f7da0537
laureate-card = Fill in my card

# fr 9f8d6e31
laureate-already = You are already a member for the project “{ $project }”. I have not used any code. To see your team, write “my colleagues”.

# fr 3f62d879
laureate-not-entered = Noted. You are not a member, and the code was not used. It is valid until { $until }. To come in, write it again.

# fr 1cefea47
laureate-code-closed = This code is no longer valid. Ask whoever gave it to you for another one.

# fr 6cbff10e
team-title = Project “{ $project }”. Laureate: { $call }, { $year }.

# fr 53a79aaf
team-person = • Colleague { $number }, since { $day }

# fr b64347f0
team-named = • Colleague { $number } ({ $name }), since { $day }

# fr 02bacb4d
team-waiting = • Colleague { $number }: code not used yet, valid until { $day }

# fr 4f5bff20
team-left = { $count ->
    [one] You can invite one more person.
   *[other] You can invite { $count } more people.
 }

# fr 649e4b66
team-full = All places are taken. To invite someone else, take an access back first.

# fr 46514bde
team-not-led = Whoever leads the project can invite colleagues. Ask them.

# fr a44971cc
team-none = I know of no laureate project of yours. If you have a code, write it alone, here.

# fr 626e96fa
team-show = See my team

# fr cd1046cf
team-invite = Invite a colleague

# fr c1900d74
team-invite-for = Invite for “{ $project }”

# fr 73b92b24
team-remove = Remove colleague { $number }

# fr 702d8c61
team-remove-for = Remove colleague { $number } of “{ $project }”

# fr 30a707e7
team-cancel = Cancel the code of colleague { $number }

# fr 2f384921
team-cancel-for = Cancel code { $number } of “{ $project }”

# fr 050d2017
team-code =
    Here is a code for a colleague of the project “{ $project }”:

    { $code }

    Give it to one person only. They write it here, alone, within { $days } days. I show it only once.

# fr b74cc62f
team-ask-remove = Take back the access of colleague { $number }? They leave the community at once. I tell them.

# fr 71a022e4
team-ask-cancel = Cancel the code of colleague { $number }? Nobody will be able to use it any more.

# fr 0fe28f3d
team-remove-yes = Yes, remove

# fr 17f58bde
team-cancel-yes = Yes, cancel the code

# fr 6bef22b8
team-remove-no = No, change nothing

# fr be587a80
team-removed = Done. Colleague { $number } has no access any more.

# fr a73aac78
team-cancelled = Done. Nobody can use this code any more.

# fr 5aa52c12
team-kept = I have changed nothing.

# fr 60eb2953
team-gone = This access no longer exists, or it is not yours to take back.

# fr a3cf5ede
team-removed-you = Your access for the project “{ $project }” was taken back. Whoever leads the project asked for it. To talk to someone about it, write “human”.

# fr af5942ad
enlist-community = For which community?

# fr 0ebb85d4
enlist-community-topic = community

# fr cb4b0279
enlist-community-why = Each community has its own list of laureate projects.

# fr e5f27880
enlist-project = What is the name of the project? Do not write anyone's name.

# fr b0f0c801
enlist-project-topic = project

# fr 2b98b17f
enlist-project-why = The colleagues of the project will read this name. It helps to find it in the list.

# fr 19e46815
enlist-call = Which call did it win?

# fr cbabe6f3
enlist-call-typed = Which call did it win? Write the name of the call.

# fr be17f787
enlist-call-topic = call

# fr db2c835c
enlist-call-why = Figures count projects by call and by year.

# fr dc4ea982
enlist-year = In which year? You can write another year, in 4 digits.

# fr 911f9ec8
enlist-year-topic = year

# fr db2c835c
enlist-year-why = Figures count projects by call and by year.

# fr 495c38f6
enlist-known = This project is already in the list. If you send, I make a new code. A former code that nobody used will no longer work.

# fr 33609566
enlist-none = No list of laureate projects is yours here. To talk about it, write “human”.

# fr 38c435b1
enlist-done =
    Done. Here is the code of the project “{ $project }”:

    { $code }

    Give it to whoever leads the project. They write it here, alone, within { $days } days. I show it only once.

# fr 0a2c3055
enlist-another = Add another project

# fr cf5ea8f7
asks-none = No request to check for now.

# fr 70b42b8b
asks-title = { $count ->
    [one] One request to check.
   *[other] { $count } requests to check. Here is the oldest one.
 }

# fr 0a66a919
asks-next = Request { $number } of { $count }.

# fr b24c0e21
asks-for = To come in here: { $community }.

# fr 982167a1
asks-age = { $days ->
    [0] Asked today.
    [one] Asked yesterday.
   *[other] Asked { $days } days ago.
 }

# fr 7d178de5
asks-empty = This person has made nothing visible.

# fr 8393b7bd
asks-accept = Accept

# fr 283348d0
asks-refuse = Refuse

# fr 11f8a964
asks-later = Next request

# fr eded8df4
asks-from-start = Back to the first

# fr 8cf6cb12
asks-members = See the members

# fr bd027b40
asks-gone = This request is no longer waiting. Someone may have answered before you.

# fr 78dcb021
asks-accepted = Done. This person is a member. I tell them.

# fr 15975f36
asks-refused = Noted. This person will read your reason, and what they can do now.

# fr f3ab4c51
asks-why = Why refuse? The person will read a simple explanation.

# fr 20b8fd1f
asks-why-short = The card does not say enough

# fr c553e5dd
asks-why-elsewhere = The project is elsewhere

# fr a8cc41a9
asks-why-none = It is not a project

# fr 24bcb5c0
asks-why-unproved = I could not check

# fr 8f120579
asks-back = Do not refuse

# fr 23647c40
asks-accepted-you = Good news: you are a member here: { $community }. To begin, write “community”.

# fr 3efa293e
asks-refused-you-short = Someone of the network read your request for: { $community }. For now, you are not a member. Your card does not say enough about your project yet. Complete it, then ask again: write “community”. To talk about it, write “human”.

# fr 6309b3c8
asks-refused-you-elsewhere = Someone of the network read your request for: { $community }. For now, you are not a member. This community gathers projects from here. To find support near you, write “human”.

# fr 83aa9bdd
asks-refused-you-none = Someone of the network read your request for: { $community }. For now, you are not a member. This community is for people who carry a project. Gatherings are open to everyone: write “gatherings”. To talk about it, write “human”.

# fr 62fa89b1
asks-refused-you-unproved = Someone of the network read your request for: { $community }. For now, you are not a member. They could not check your project with what is written. To talk with them, write “human”. If you have a code, write it alone, here.

# fr 63dc26e7
asks-nowhere = Your role opens no community here. To talk about it, write “human”.

# fr cf520a94
members-title = { $count ->
    [one] Only one member.
   *[other] { $count } members.
 }

# fr 0280fc52
members-of = { $community }:

# fr 71872b64
members-none = Nobody is a member of your communities yet.

# fr 9f23ca48
members-line = • Member { $number } ({ $name }), since { $day }

# fr 30076e8c
members-line-unnamed = • Member { $number }, since { $day }

# fr 8c7098eb
members-muted = { $line }, paused

# fr af3bf6de
members-see = See member { $number }

# fr 52c0d622
members-more = See more

# fr bd95ae79
members-first = Back to the beginning

# fr 42dd586c
members-mute = Pause

# fr 6e8fdd8a
members-lift = Lift the pause

# fr 5f27c64c
members-again = See this member again

# fr ff8b3579
members-back = Back to the list

# fr 435def34
members-gone = This person is no longer a member here.

# fr 87a17967
members-about = Member since { $day }.

# fr fc2d2baa
members-about-muted = Member since { $day }. Paused: this person can no longer write to the others.

# fr cd681292
members-muted-done = Done. This person stays a member, without writing to the others. I tell them.

# fr b1e4d948
members-lifted-done = Done. This person can write to the others again. I tell them.

# fr ec3ee7a1
members-muted-you = Someone of the network has paused your messages here: { $community }. You stay a member. For now, you cannot write to the others. To talk about it, write “human”.

# fr c48cd87a
members-lifted-you = You can write to the other members again here: { $community }.

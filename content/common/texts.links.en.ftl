### One person on several messengers, in English. The comment above a sentence is the mark of the French one it translates.

# fr f389fba2
words-lier = link | another messenger | other messenger | use another messenger | link a messenger | link my messengers | change messenger
# fr fd064a65
words-delier = unlink | separate | separate my messengers | stop linking
# fr acdd1e73
channel-telegram = Telegram
# fr 76a2171c
channel-matrix = Matrix
# fr e0926fda
channel-terminal = Terminal
# fr 7738f431
menu-link = Use another messenger
# fr 62cfa122
link-menu = See the menu
# fr 4e4a78ef
link-oui = Yes, it is me
# fr 7f62496b
link-non = No
# fr ad441f04
link-code =
    To go on with another messenger, write me this code there, alone:
    { $code }
    It works once, for { $minutes } minutes. Give it to nobody.
# fr d164c852
link-own-code = This is your own code. Write it on your other messenger.
# fr 23a634eb
link-code-refused = This code no longer works. To get another one, write “link” on the other messenger.
# fr 2dfb9eee
link-done = Linked with { $channel }. We go on here with the same conversation. To separate your messengers, write “unlink”.
# fr d50a5b6a
link-answers-lost = I have erased the answers you gave here before.
# fr 203254ea
link-told = Linked with { $channel }. You can go on here or there. If this is not you, write “unlink”.
# fr 70769c3c
link-go-on = Linked with { $channel }. To go on here with the same conversation, write “continue”.
# fr 6fa5cc7f
link-agree = You have a role here. It will also hold on { $channel }. Did you ask for this code yourself?
# fr d3bdedf6
link-confirm = Someone wrote your code on { $channel }. The roles will be shared. Is it you?
# fr 29d74bc8
link-waits = I still need a yes. I have just written to you on { $channel }: answer there.
# fr d7944ad8
link-refused = All right, I link nothing. This code no longer works.
# fr f502a77c
link-refused-there = The answer was no. I link nothing.
# fr b27dffe2
link-none = No other messenger is linked. To link one, write “link”.
# fr 75d7a154
link-undone = Separated. Everything stays on { $channel }, and nowhere else.
# fr de00a44e
link-left = Separated. Everything stays on { $channel }. Here, I keep nothing of you any more.
# fr 70922c89
link-mine = Your linked messengers: { $channels }. To separate them, write “unlink”.

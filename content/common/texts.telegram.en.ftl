### What Telegram shows of the bot before the first word, and what the bot says in a group.
## The menu: one command a line, “command - what it does”. Each command is a word that the bot knows.

# fr fd747566
telegram-name = Boussole

# fr 7131e3d2
telegram-description =
    I am a program, not a person.
    I help find support for a useful project: { $territory }.
    I ask 7 questions at most. You can skip a question, go back or stop.
    I keep little, and I erase it. Write “my data” to see it.
    Tap “Start” to begin.

# fr f37bcad8
telegram-short-description = Finding the right support for a useful project. { $territory }.

# fr 7265e6c5
telegram-menu =
    start - Begin or resume
    menu - What I can do
    help - How it works
    back - Previous question
    restart - Start all over again
    why - Why this question
    places - Places and addresses
    community - Help each other
    human - Talk to a person
    language - Change language
    link - Another messenger
    settings - Language, data
    my_data - See my data
    forget - Erase my data
    privacy - What I keep
    pause - Take a break

# fr 57889bde
telegram-menu-room =
    help - How to talk to me

# fr 4d26bc2d
room-introduction =
    Hello. I am a program that helps find support for a useful project.
    I do not read your conversations: I only answer commands, such as /help.
    If I bring a question, I also read the answers to my message. Nothing else.
    For a question about your project, write to me in private.

# fr 48019c17
room-leaves = I leave in { $hours } hours, unless someone who runs the network writes to me here.

# fr 88f8271b
room-open-private = Write to me in private

# fr 97841fd6
telegram-nameless = I do not read anonymous answers. Answer with your own account: the person will read you.

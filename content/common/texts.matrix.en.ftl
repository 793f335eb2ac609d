### What the bot says on Matrix, and nowhere else.

# fr 40bfe6f1
matrix-declined = I do not come into this room. Write to me in a direct conversation: I answer each person.

# fr 9a959d91
matrix-too-many = You already have several conversations with me. Write to me in one of them.

# fr 71811eb3
matrix-renewed =
    My keys have changed on Matrix. I can no longer read the messages written before this one.
    If you are waiting for an answer, please write again.

# fr 3af198db
matrix-withheld = This device is not verified. Verify it from another device of yours, then write to me.

# fr 6952a570
matrix-unreadable =
    I could not read your message: its key never came.
    Update your application, check your other devices, then write it again.

# fr 465deacd
matrix-verification =
    I cannot compare keys with you.
    My device is signed by my account: there is nothing more to verify.

# fr c56174da
matrix-room-introduction =
    Hello. I am a program that helps find support for a useful project.
    I do not read your conversations: I only answer commands, such as !help.
    If I bring a question, I also read the answers to my message. Nothing else.
    For a question about your project, write to me in private.

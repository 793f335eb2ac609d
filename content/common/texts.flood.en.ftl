### What is answered when messages come faster than they can be read. The comment above a sentence is the mark of the French one.

# fr 53429c83
flood-warning = You write faster than I can read. I will not read your messages for one minute. Then send the last one again.

# fr bc11868b
flood-busy = Too many people are writing to me right now. Please write again in a few minutes.

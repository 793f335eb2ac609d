## What Lille says in its own way. French is the reference.

# fr f82b0fb4
welcome =
    Hello. I am a program, not a person.
    I help you find support for a useful project, in Lille and around. I ask 7 questions at most.
    I keep your answers { in-hours }, then I erase them. Write nothing about your health, religion, papers or money.
    You can skip a question, go back, or write “pause”.
    To reach a person, write “human”.

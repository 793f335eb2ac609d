### Files: calendar, printed list, poster; and taking an existing calendar in.

# fr 0009f29f
words-affiche = poster | posters | make a poster | print a poster | qr code

# fr c378ee79
calendar-name = { $name }: gatherings

# fr d62c5ab3
calendar-file = gathering

# fr e727f75b
list-file = list

# fr da028dba
list-title = Who comes: { $title }

# fr 8e4ae33e
list-coming =
    { $count ->
        [one] One seat taken
       *[other] { $count } seats taken
    }

# fr 09574e25
list-aside =
    { $count ->
        [one] One seat promised elsewhere
       *[other] { $count } seats promised elsewhere
    }

# fr 7c970c6e
list-walk-ins =
    { $count ->
        [one] One person counted at the door
       *[other] { $count } people counted at the door
    }

# fr fea788fd
list-number = No.

# fr 86742781
list-name = Chosen name

# fr eb5cfb73
list-seats = Seats

# fr 19442183
list-stop = Stop

# fr 2129f97c
list-needs = Access needs

# fr d95a1270
list-there = Present

# fr 3a3468fa
list-is-there = yes

# fr 9f7c21e3
list-no-name = no name

# fr 0bb29a92
list-ending = Give this list to nobody. Destroy it on { $day } at the latest.

# fr e5e4e2f1
poster-file = poster

# fr c8f262fc
poster-come = To come, or to know more

# fr 1b568811
poster-telegram = On Telegram: { $link }

# fr e400c869
poster-telegram-alt = Code to read with a phone: opens Telegram

# fr 834e84f8
poster-matrix = On Matrix: write to { $name }

# fr 7a535057
poster-matrix-word = On Matrix: write { $word } to { $name }

# fr 6e2512b5
poster-matrix-alt = Code to read with a phone: opens Matrix

# fr de11a4a0
poster-no-pdf = This server makes no file that is ready to print. Print this page.

# fr 56b672a6
poster-bot-title = A project that is useful to all?

# fr 5935b672
poster-bot-about = A program helps you find the right door. It asks 7 questions at most.

# fr 54cb61d1
poster-bot-1 = Find who can help you, near you.

# fr 6625d12d
poster-bot-2 = Meet other people who carry a project.

# fr 09457571
poster-bot-3 = Know what takes place, and be told in time.

# fr 1d0f35cd
poster-bot-free = It is free. You can stop whenever you want.

# fr 75279cf5
poster-bot-data = No name is asked for.

# fr e0012bd2
poster-bot-come = To begin

# fr 09ac0ff9
poster-which = A poster for which gathering?

# fr ac191748
poster-none = Your network has no gathering ahead. There is still the poster of the program.

# fr 55ee5c81
poster-of-bot = Poster of the program

# fr 35e82ece
poster-made = Here is the poster: a file to print, and a picture.

# fr 4f8b77d8
poster-unreached = Careful: the program has no public address yet. So the poster has no code to read.

# fr 0d3345dc
poster-paste = Here is a short text, to paste in a letter or a page:

# fr d7e6b3f2
poster-others = Another poster

# fr cdcc6bd4
poster-gone = This gathering is over or cancelled. It has no poster any more.

# fr 10fedc27
poster-more = Next gatherings

# fr 70db1f7c
journal-poster = poster made

# fr 1924f24a
journal-gatherings-import = calendar imported

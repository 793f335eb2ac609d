### The summary of the week, for agents, in English. The comment above a sentence is the mark of the French one it translates.

# fr 2c909338
words-bilan = summary | the summary | see the summary | weekly summary | the weekly summary
# fr 8192feaf
access-open = See the summary
# fr f585888a
access-link =
    The summary opens in your browser:
    { $link }
    This link works once, for { $minutes } minutes. Give it to nobody.
# fr 9a2c2437
access-nowhere = The summary does not open in a browser yet: the address of the site is missing. Whoever installs the service writes it in “[web] url”.
# fr 1ab92879
access-each-monday = You get it here each Monday at 8:00.
# fr ca941c60
access-no-monday = You do not get it on Mondays.
# fr e266ff2d
access-here = Get it here
# fr 1e763978
access-start = Get it each Monday
# fr cf4b7b26
access-stop = No longer on Mondays
# fr 37d14b2d
access-started = Noted. You will get the summary here each Monday at 8:00. To end it, write “summary” or “stop”.
# fr 474956da
access-stopped = Noted. You will not get the summary on Mondays any more. To see it again, write “summary”.
# fr 1be6c1e1
access-soon = I am making the summary. It comes here in a moment.
# fr dc6b8219
stop-mondays = • The summary on Mondays.
# fr a3519c38
journal-program = token { $number }
# fr 2f8a4770
journal-mail = registered address { $number }
# fr 3c5bd188
journal-bilan = summary asked for
# fr 4c63390d
journal-bilan-here = summary read in the messenger
# fr 4dc33864
journal-bilan-monday = summary of Mondays asked for
# fr 7f8d72da
journal-bilan-open = summary opened in a browser
# fr 572bcb2c
journal-token-new = token made for a program
# fr 188d3bf4
journal-token-used = summary read by a program
# fr a3897515
journal-token-revoke = token taken back
# fr d4375198
journal-mail-add = address registered for the summary
# fr bfb5247d
journal-mail-remove = address of the summary removed
# fr 2aaf8d26
access-mail-subject = { $site }: { $title }
# fr e321cafc
access-mail-link =
    To read it all in your browser:
    { $link }
    This link works once, until { $day }. Give it to nobody.
# fr 5a991899
access-mail-files = The details are in the files attached.
# fr 3bd9bc12
access-mail-why = You get this message because your address was registered for it. To end it, ask whoever runs the service.
# fr 0b5606cb
access-page-title = The summary
# fr 500d5094
access-page-ready = The summary is ready. This link works only once.
# fr 9e7fdb08
access-page-button = Open the summary
# fr 552686df
access-page-hour = It stays open for an hour in this browser.
# fr 01d78555
access-page-gone-title = This link does not open any more
# fr 81612522
access-page-gone = It was used already, or it is too old. Write “summary” to Boussole for another one.
# fr 5e17198d
access-page-closed-title = The summary is closed
# fr 5c426657
access-page-closed = To open it, write “summary” to Boussole: you are given a link.
# fr 88f901b1
access-page-missing-title = No summary here
# fr 9ab31013
access-page-missing = There is no summary at this address. The week may not be over.
# fr ff774f98
access-page-leave = Close the summary
# fr ffa37a8f
access-page-left-title = It is closed
# fr ad3e8982
access-page-left = The summary is no longer open in this browser.
# fr 3f55b006
access-page-beside = Weeks beside
# fr 2f872b7c
access-page-ways = Other weeks and files
# fr aac53d12
access-page-week = Week { $number } of { $year }
# fr f09186cb
access-page-year = Year { $year }
# fr d5ef6014
access-page-weeks = Choose a week
# fr d64c1ff6
access-page-files = Download:
# fr 4a1e847e
access-page-go = Show
# fr ccff5654
access-page-away-title = One moment
# fr f7989668
access-page-away = The database does not answer. Try again in a minute.

# fr fe343ecc
access-page-foreign = The summary itself is in French: its words are those of the report.

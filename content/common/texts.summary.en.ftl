### The message of Monday. The full summary and its definitions are in French: they are words of the report.

# fr 8c3b99fe
summary-title = Summary, { $period }
# fr 8c3b99fe
summary-title-year = Summary, { $period }
# fr fbe03707
summary-week = week { $number }
# fr ebe74d4f
summary-quarter = quarter { $number } of { $year }
# fr 4e57c7d5
summary-half = half-year { $number } of { $year }
# fr 360bbfd8
summary-year = year { $year }
# fr 34eac791
summary-few = 1 to 4
# fr bf40785a
summary-headline = { $period }: { $value } orientations finished.
# fr 475b10eb
summary-headline-none = { $period }: no orientation finished.
# fr 3b1c417b
summary-headline-few = { $period }: { $few } orientations finished. { $then }
# fr 942c92ce
summary-headline-then = { $period }: { $value }.
# fr 5a9a6f2d
summary-headline-soon = The total of { $period } comes at its end.
# fr bca8935b
summary-message-line = { $label }: { $shown }
# fr 7dbe049d
summary-message-nothing = Nothing else this week. The service works.
# fr 6d785da7
summary-message-overdue = { $n ->
    [one] { $n } card has to be read again.
   *[other] { $n } cards have to be read again.
  }
# fr d95b2a80
summary-message-files = The details and the definitions are in the full summary, in French.
# fr 057b1480
summary-orientations = Orientations finished
# fr 148f2273
summary-conversations = Conversations begun
# fr e263daa4
summary-communaute-entrees = People who joined a community
# fr 66c93b1f
summary-communaute-departs = People who left a community
# fr ff072f77
summary-presentations = Introductions accepted
# fr 44014e03
summary-rencontres-oui = “I am coming” to gatherings
# fr bbca1b0a
summary-transmises = Requests handed over
# fr 649ad2fb
summary-rendez-vous = Appointments

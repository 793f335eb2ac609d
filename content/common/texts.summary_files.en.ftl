### Figures of the year, entered by hand.

# fr 2d4b57b8
words-bilan_annuel = yearly report | yearly figures | figures of the year | enter a figure
# fr c230d198
yearly-open = Enter a figure of the year
# fr 24748e50
yearly-year = Which year is this figure about? You can write another year, from { $first } on.
# fr 911f9ec8
yearly-year-topic = year
# fr f4fb288e
yearly-year-why = The yearly report shows each figure with its year.
# fr 7694fe70
yearly-figure = Which figure do you want to enter?
# fr 47fbad21
yearly-figure-topic = figure
# fr c968f5a2
yearly-figure-why = This programme cannot know these figures. They are in the yearly report.
# fr 4ee9c653
yearly-value = What is the number? Write it in digits.
# fr 35cf2e26
yearly-value-unit = What is the number, in { $unit }? Write it in digits.
# fr 0bfe9392
yearly-value-topic = number
# fr b4360cf9
yearly-value-why = The report shows it with your role and the date. Your name is not in it.
# fr cf9c08bf
yearly-there = Entered before: { $value }, on { $day } ({ $role }). Your number replaces it.
# fr 4be4ca8b
yearly-erase = Erase this number
# fr 159a37ca
yearly-unread = I read no number. Examples: 45, or 12 500.50.
# fr 4986b367
yearly-kept = Noted for { $year }. { $label }: { $value }.
# fr cdc3ecbf
yearly-erased = Erased for { $year }. { $label }.
# fr 66c0aa7b
yearly-another = Enter another figure
# fr 19732254
yearly-none = No figure is entered by hand here.
# fr 51e9fc75
journal-yearly = figure of the year entered

### Roles and alerts, in English. The comment above a sentence is the mark of the French one it translates.

# fr 7fa0396c
words-roles = my roles | my role | roles

# fr adb6a4e0
words-alertes = alerts | my alerts

# fr d8a1a042
role-animator = animating the network { $network }

# fr 371b51ae
role-agent = agent of the public authority

# fr 512afb6c
role-admin = administration

# fr 48f1b011
role-mine = Your roles:

# fr 8c7f24ce
role-line = • { $role }

# fr be0470fe
role-given = Done. Your role: { $role }. Nobody can use this code any more. I keep this role until { $months } months of silence.

# fr 4f422251
role-questions-wait = Your answers to the questions wait. To go on, write “resume”.

# fr 7cfad41e
role-until-hours = I also keep the identifier of your messenger. It is erased with your roles after { $months } months of silence. Your answers are erased after { $hours } hours of silence.

# fr b3b711f9
role-until-days = I also keep the identifier of your messenger. It is erased with your roles after { $months } months of silence. Your answers are erased after { $days } days of silence.

# fr 80309297
role-already = You already have this role: { $role }. I have not used this code.

# fr 34e89798
role-code-refused = This code is not valid. It may be mistyped, too old or already used. Ask whoever gave it to you for another one. To link a messenger, write “link” on the other one.

# fr 19544f95
role-too-many-codes = You have tried several codes. For everyone's safety, wait an hour before you write another one.

# fr f0ce9902
role-hint-animator = To read your network’s cards again, write “my card”.

# fr 04d8d95a
role-hint-agent = To see your roles again, write “my roles”.

# fr 289409e4
role-hint-admin = To find everything again, write “my roles”. To receive a message when something fails, write “alerts”.

# fr 9751ccce
alerts-on = Noted. I will write to you once for each failure. For example: a messenger that stopped, a missed backup, a disk nearly full. At night, I wait for the morning. If your own messenger stops, I cannot tell you here.

# fr 3c4766fa
alerts-off = Noted. I will no longer write to you about failures.

# fr 8c5b5807
alert-channel-stopped = A messenger no longer answers: { $channel }. It was on { $day } at { $hour }. On the server, run: boussole doctor

# fr 7c523450
alert-backup-failed = The backup failed on { $day } at { $hour }. On the server, run: boussole db backup

# fr fd411924
alert-backup-not-taken = The backup of { $day } at { $hour } was made. It could not be taken elsewhere. Check the program in [backup] command.

# fr c3da00ff
alert-disk-low = The disk has been nearly full since { $day } at { $hour }. Free some space on the server.

# fr f2be5020
alert-stop = To stop receiving these messages, write “alerts”.

# fr a658eaef
help-more = And also: gatherings, my gatherings, reminders, prepare, appointment, hand over, follow-up, my agreements.

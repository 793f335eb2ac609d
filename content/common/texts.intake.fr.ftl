### Être compté dans les statistiques : dire oui plus tard, dans « mes accords ». Voir handlers/dialogues/statistics.py.

accords-give = Dire oui : { $purpose }

cli-retention-intake = orientations comptées : { $count }

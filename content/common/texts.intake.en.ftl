### Being counted in the statistics, in English. The comment above a sentence is the mark of the French one it translates.

# fr 541cc077
accords-give = Say yes: { $purpose }

---- MODULE MC_few_for_ever ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == -1
MCLimit == 1
MCRequests == 1

MCNames == {"p", "q", "c"}
MCPlace ==
    "p" :> "old"
 @@ "q" :> "current"
 @@ "c" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "q" :> <<>>
 @@ "c" :> <<"purge", "soft">>
MCMay ==
    "p" :> {"return"}
 @@ "q" :> {"die", "leave", "return"}
 @@ "c" :> {"again"}
====

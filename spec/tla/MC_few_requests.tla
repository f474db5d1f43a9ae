---- MODULE MC_few_requests ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 1
MCRequests == 2

MCNames == {"p", "q", "r", "c"}
MCPlace ==
    "p" :> "old"
 @@ "q" :> "old"
 @@ "r" :> "old"
 @@ "c" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "q" :> <<>>
 @@ "r" :> <<>>
 @@ "c" :> <<"purge">>
MCMay ==
    "p" :> {}
 @@ "q" :> {"die"}
 @@ "r" :> {"leave"}
 @@ "c" :> {}
====

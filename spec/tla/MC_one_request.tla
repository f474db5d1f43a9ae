---- MODULE MC_one_request ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 2
MCRequests == 1

MCNames == {"p", "q", "c", "d"}
MCPlace ==
    "p" :> "old"
 @@ "q" :> "old"
 @@ "c" :> "remote"
 @@ "d" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "q" :> <<>>
 @@ "c" :> <<"soft">>
 @@ "d" :> <<"purge">>
MCMay ==
    "p" :> {"leave"}
 @@ "q" :> {"die"}
 @@ "c" :> {}
 @@ "d" :> {}
====

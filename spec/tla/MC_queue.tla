---- MODULE MC_queue ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 1

MCNames == {"p", "q", "c", "d", "e"}
MCPlace ==
    "p" :> "old"
 @@ "q" :> "current"
 @@ "c" :> "remote"
 @@ "d" :> "remote"
 @@ "e" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "q" :> <<>>
 @@ "c" :> <<"purge">>
 @@ "d" :> <<"soft">>
 @@ "e" :> <<"purge">>
MCMay ==
    "p" :> {}
 @@ "q" :> {}
 @@ "c" :> {}
 @@ "d" :> {}
 @@ "e" :> {}
====

---- MODULE MC_again ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 1

MCNames == {"p", "c", "d"}
MCPlace ==
    "p" :> "old"
 @@ "c" :> "remote"
 @@ "d" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "c" :> <<"soft">>
 @@ "d" :> <<"purge">>
MCMay ==
    "p" :> {"call", "leave"}
 @@ "c" :> {"again"}
 @@ "d" :> {}
====

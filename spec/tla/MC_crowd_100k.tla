---- MODULE MC_crowd_100k ----
EXTENDS Purger, TLC

MCHasOld == TRUE
MCHasCurrent == TRUE
MCHasPending == FALSE
MCLoads == 0
MCLimit == 2

MCNames == {"p", "q", "r", "c", "t"}
MCPlace ==
    "p" :> "old"
 @@ "q" :> "old"
 @@ "r" :> "old"
 @@ "c" :> "remote"
 @@ "t" :> "remote"
MCProgram ==
    "p" :> <<>>
 @@ "q" :> <<>>
 @@ "r" :> <<>>
 @@ "c" :> <<"soft", "purge">>
 @@ "t" :> <<"test">>
MCMay ==
    "p" :> {}
 @@ "q" :> {}
 @@ "r" :> {"leave"}
 @@ "c" :> {}
 @@ "t" :> {"die"}
====
